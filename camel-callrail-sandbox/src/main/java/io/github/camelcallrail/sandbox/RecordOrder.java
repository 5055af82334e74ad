package io.github.camelcallrail.sandbox;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The order of the records in a response; records that compare as equal keep their stored order. */
final class RecordOrder {

    private static final Map<String, Comparator<StoredRecord>> DEFAULTS = Map.of(
            "calls", Comparator.comparing(StoredRecord::time).reversed(),
            "form-submissions", Comparator.comparing(StoredRecord::time).reversed(),
            "conversations", Comparator.comparing(StoredRecord::time).reversed(),
            "sms-threads", Comparator.comparing(StoredRecord::time).reversed(),
            "leads", by("created_at").reversed(),
            "page-views", by("created_at").reversed(),
            "messages", by("created_at").reversed(),
            "thread-messages", by("created_at").reversed(),
            "lead-timeline", by("event_date").reversed());

    private static final Set<String> TEXTS = Set.of("conversations", "sms-threads");

    private RecordOrder() {}

    /** The order a request asks for; an order without a sort field has no effect, as documented. */
    record Asked(String field, String direction) {

        static Optional<Asked> of(Query query) {
            // The link to the next relative page encodes the order differently.
            String nested = query.one("api_sort[]");
            String field = nested == null ? query.one("sort") : nested;
            String direction = query.one(nested == null ? "order" : "api_sort[][" + nested + "]");
            return Optional.ofNullable(field).map(name -> new Asked(name, direction == null ? "asc" : direction));
        }
    }

    /**
     * Null if the records are returned in stored order.
     *
     * @param oldestFirst whether conversations and SMS threads come oldest first
     */
    static Comparator<StoredRecord> of(SandboxEndpoint endpoint, Query query, boolean oldestFirst) {
        Optional<Asked> asked = Asked.of(query);
        if (endpoint.sortFields().isEmpty() || asked.isEmpty()) {
            Comparator<StoredRecord> order = DEFAULTS.get(endpoint.report());
            return oldestFirst && TEXTS.contains(endpoint.report()) ? order.reversed() : order;
        }
        String field = asked.get().field();
        String direction = asked.get().direction();
        if (!endpoint.sortFields().contains(field)) {
            throw new RejectedRequestException(400, "Invalid value for sort: " + field);
        }
        if (endpoint.report().equals("lead-timeline")) {
            // Documented with one direction each: newest event first, but in the order of their creation.
            return field.equals("event_date") ? by(field).reversed() : by(field);
        }
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw new RejectedRequestException(400, "Invalid value for order: " + direction);
        }
        // For forms, created_at sorts like submitted_at: they are created when they are submitted.
        boolean byTime = endpoint.dated() && (field.equals(endpoint.timeField()) || field.equals("created_at"));
        Comparator<StoredRecord> ascending = byTime ? Comparator.comparing(StoredRecord::time) : by(field);
        return direction.equals("desc") ? ascending.reversed() : ascending;
    }

    private static Comparator<StoredRecord> by(String field) {
        if (field.equals("created_at") || field.equals("event_date")) {
            return Comparator.comparing(record -> Times.instant(field, record.get(field)));
        }
        return Comparator.comparing(record -> record.get(field), Comparator.nullsFirst(RecordOrder::compare));
    }

    private static int compare(Object left, Object right) {
        return left instanceof Number first && right instanceof Number second
                ? Double.compare(first.doubleValue(), second.doubleValue())
                : left.toString().compareToIgnoreCase(right.toString());
    }
}
