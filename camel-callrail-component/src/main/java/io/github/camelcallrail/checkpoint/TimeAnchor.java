package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;

/**
 * A place in a list that is sorted by time: everything before the minute is done, and of the minute these. Unlike the number of
 * a page it stays true when rows before it are added or removed.
 *
 * @param minute a whole minute
 * @param ids the rows of that minute that are done, at least one
 */
record TimeAnchor(Instant minute, Set<String> ids) {

    TimeAnchor {
        requireNonNull(minute, "minute is null");
        ids = Set.copyOf(ids);
    }

    /** Whether a row is among those that are done. */
    boolean covers(Instant time, String id) {
        return time.isBefore(minute) || time.isBefore(minute.plusSeconds(60)) && ids.contains(id);
    }
}
