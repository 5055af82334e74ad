package io.github.camelcallrail.sandbox;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** The order of an answer's rows; rows that are equal in it stay in the order in which they are stored. */
final class RowOrder {

    private static final Map<String, Comparator<Row>> DEFAULTS = Map.of(
            "calls", Comparator.comparing(Row::time).reversed(),
            "form-submissions", Comparator.comparing(Row::time).reversed(),
            "conversations", Comparator.comparing(Row::time).reversed(),
            "sms-threads", Comparator.comparing(Row::time).reversed(),
            "leads", by("created_at").reversed());

    private RowOrder() {}

    /** What a request asks for; an order without a field to sort by is no order, as documented. */
    record Asked(String field, String direction) {

        static Optional<Asked> of(Query query) {
            // The link to the next relative page carries the order in a form of its own.
            String nested = query.one("api_sort[]");
            String field = nested == null ? query.one("sort") : nested;
            String direction = query.one(nested == null ? "order" : "api_sort[][" + nested + "]");
            return Optional.ofNullable(field).map(name -> new Asked(name, direction == null ? "asc" : direction));
        }
    }

    /** Null where the rows come as they are stored. */
    static Comparator<Row> of(SandboxEndpoint endpoint, Query query) {
        Optional<Asked> asked = Asked.of(query);
        if (endpoint.sortFields().isEmpty() || asked.isEmpty()) {
            return DEFAULTS.get(endpoint.report());
        }
        String field = asked.get().field();
        String direction = asked.get().direction();
        if (!endpoint.sortFields().contains(field)) {
            throw new Refusal(400, "Invalid value for sort: " + field);
        }
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw new Refusal(400, "Invalid value for order: " + direction);
        }
        // Forms are sorted by created_at as by submitted_at: they are created when they are submitted.
        boolean byTime = endpoint.dated() && (field.equals(endpoint.timeField()) || field.equals("created_at"));
        Comparator<Row> ascending = byTime ? Comparator.comparing(Row::time) : by(field);
        return direction.equals("desc") ? ascending.reversed() : ascending;
    }

    private static Comparator<Row> by(String field) {
        if (field.equals("created_at")) {
            return Comparator.comparing(row -> Times.instant(field, row.get(field)));
        }
        return Comparator.comparing(row -> row.get(field), Comparator.nullsFirst(RowOrder::compare));
    }

    private static int compare(Object left, Object right) {
        return left instanceof Number first && right instanceof Number second
                ? Double.compare(first.doubleValue(), second.doubleValue())
                : left.toString().compareToIgnoreCase(right.toString());
    }
}
