package io.github.camelcallrail.sandbox;

import java.util.Comparator;
import java.util.Map;

/** The order of an answer's rows; rows that are equal in it stay in the order in which they are stored. */
final class RowOrder {

    private static final Map<String, Comparator<Row>> DEFAULTS = Map.of(
            "calls", Comparator.comparing(Row::time).reversed(),
            "form-submissions", Comparator.comparing(Row::time).reversed(),
            "conversations", Comparator.comparing(Row::time).reversed(),
            "sms-threads", Comparator.comparing(Row::time).reversed(),
            "leads", by("created_at").reversed());

    private RowOrder() {}

    /** Null where the rows come as they are stored. */
    static Comparator<Row> of(SandboxEndpoint endpoint, Query query) {
        String field = query.one("sort");
        String order = query.one("order");
        String nested = query.one("api_sort[]");
        if (nested != null) {
            // The link to the next relative page carries the order in this form.
            field = nested;
            order = query.one("api_sort[][" + nested + "]");
        }
        if (endpoint.sortFields().isEmpty() || field == null) {
            return DEFAULTS.get(endpoint.report());
        }
        if (!endpoint.sortFields().contains(field)) {
            throw new Refusal(400, "Invalid value for sort: " + field);
        }
        if (order != null && !order.equals("asc") && !order.equals("desc")) {
            throw new Refusal(400, "Invalid value for order: " + order);
        }
        // Forms are sorted by created_at as by submitted_at: they are created when they are submitted.
        boolean byTime = endpoint.dated() && (field.equals(endpoint.timeField()) || field.equals("created_at"));
        Comparator<Row> ascending = byTime ? Comparator.comparing(Row::time) : by(field);
        return "desc".equals(order) ? ascending.reversed() : ascending;
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
