package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

/**
 * A place in a list sorted by time: all records before the minute are done, and so are the given records of the minute.
 * Unlike a page number, it stays valid when earlier records are added or removed.
 *
 * @param minute a whole minute
 * @param ids the ids of the records of that minute that are done, at least one
 */
record TimeAnchor(Instant minute, Set<String> ids) {

    TimeAnchor {
        requireNonNull(minute, "minute is null");
        ids = Set.copyOf(ids);
    }

    /** Whether a record is done. */
    boolean covers(Instant time, String id) {
        return time.isBefore(minute) || time.isBefore(minute.plusSeconds(60)) && ids.contains(id);
    }
}
