package io.github.camelcallrail.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * The order in which CallRail is asked for a list.
 *
 * @param field what is sorted by
 * @param direction {@code asc} or {@code desc}; empty leaves it to CallRail
 * @param chronological whether this is the time that the date options filter by, oldest first: rows that come in later
 *     are then at the end, so that reading page by page misses none of those before
 */
public record SortOrder(String field, String direction, boolean chronological) {
    public SortOrder {
        requireNonNull(field, "field is null");
        requireNonNull(direction, "direction is null");
    }

    /** Whether records come in the same order. */
    public boolean sameAs(SortOrder other) {
        return field.equals(other.field) && direction.equals(other.direction);
    }

    static SortOrder oldestFirst(String timeField) {
        return new SortOrder(timeField, "asc", true);
    }

    static SortOrder ascending(String field) {
        return new SortOrder(field, "asc", false);
    }
}
