package io.github.camelcallrail.paging;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers how far rows have come that are sorted by time: their latest minute, and the ids of that minute only; and all ids of
 * rows without a time, which no minute can hold.
 */
final class LatestMinute {

    private final Set<String> ids = new HashSet<>();
    private final SeenIds untimed = SeenIds.all();
    private Instant minute = Instant.MIN;

    /** Takes note of a row; false when it is older than the latest minute, or was noted in it. */
    boolean add(TimedRecord row) {
        if (row.minute().isEmpty()) {
            return untimed.add(row.row());
        }
        Instant time = row.minute().get();
        if (time.isBefore(minute)) {
            return false;
        }
        if (time.isAfter(minute)) {
            ids.clear();
            minute = time;
        }
        return ids.add(row.row().id());
    }

    /** Empty before the first row. */
    Optional<Instant> minute() {
        return minute.equals(Instant.MIN) ? Optional.empty() : Optional.of(minute);
    }
}
