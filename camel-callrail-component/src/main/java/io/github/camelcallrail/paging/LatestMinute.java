package io.github.camelcallrail.paging;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Remembers how far rows have come that are sorted by time: their latest minute, and the ids of that minute only. */
final class LatestMinute {

    private final Set<String> ids = new HashSet<>();
    private Instant minute = Instant.MIN;

    /** Takes note of a row; false when it is older than the latest minute, or was noted in it. */
    boolean add(TimedRow row) {
        if (row.minute().isBefore(minute)) {
            return false;
        }
        if (row.minute().isAfter(minute)) {
            ids.clear();
            minute = row.minute();
        }
        return ids.add(row.row().id());
    }

    /** Empty before the first row. */
    Optional<Instant> minute() {
        return minute.equals(Instant.MIN) ? Optional.empty() : Optional.of(minute);
    }
}
