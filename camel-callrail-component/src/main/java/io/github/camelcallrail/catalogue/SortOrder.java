package io.github.camelcallrail.catalogue;

import static java.util.Objects.requireNonNull;

/**
 * The order in which a list is requested.
 *
 * @param field the field to sort by
 * @param direction {@code asc} or {@code desc}; empty leaves it to CallRail
 * @param chronological whether this is the time that the date options filter by, oldest first: later records are then
 *     added at the end, so that reading page by page misses none of the earlier ones
 */
public record SortOrder(String field, String direction, boolean chronological) {
    public SortOrder {
        requireNonNull(field, "field is null");
        requireNonNull(direction, "direction is null");
    }

    /** Whether both give the same order of records. */
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
