package io.github.camelcallrail.query;

import java.time.Instant;

/** The order of a list sorted by the time that its dates filter by. */
public enum TimeOrder {
    OLDEST_FIRST,
    NEWEST_FIRST;

    /** Whether a record of one time comes before a record of another. */
    public boolean isBefore(Instant one, Instant other) {
        return this == OLDEST_FIRST ? one.isBefore(other) : one.isAfter(other);
    }

    public TimeOrder reversed() {
        return this == OLDEST_FIRST ? NEWEST_FIRST : OLDEST_FIRST;
    }
}
