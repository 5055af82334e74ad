package io.github.camelcallrail.report;

import static java.util.Objects.requireNonNull;

/**
 * The order in which CallRail is asked for a list.
 *
 * @param field what is sorted by
 * @param direction {@code asc} or {@code desc}; empty leaves it to CallRail
 * @param chronological whether this is the time that the date options filter by, oldest first: rows that come in later
 *     are then at the end, so that reading page by page misses none of those before
 */
public record Order(String field, String direction, boolean chronological) {
    public Order {
        requireNonNull(field, "field is null");
        requireNonNull(direction, "direction is null");
    }

    /** Whether records come in the same order. */
    boolean sameAs(Order other) {
        return field.equals(other.field) && direction.equals(other.direction);
    }

    static Order oldestFirst(String timeField) {
        return new Order(timeField, "asc", true);
    }

    static Order ascending(String field) {
        return new Order(field, "asc", false);
    }
}
