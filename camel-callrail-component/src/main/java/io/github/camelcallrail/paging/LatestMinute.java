package io.github.camelcallrail.paging;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers how far records sorted by time have been read: their latest minute and the ids of that minute only; and all
 * ids of records without a time, which belong to no minute.
 */
final class LatestMinute {

    private final Set<String> ids = new HashSet<>();
    private final SeenIds untimed = SeenIds.empty();
    private Instant minute = Instant.MIN;

    /** Takes note of a record; false if it is older than the latest minute or already noted. */
    boolean add(TimedRecord timed) {
        if (timed.minute().isEmpty()) {
            return untimed.add(timed.record());
        }
        Instant time = timed.minute().get();
        if (time.isBefore(minute)) {
            return false;
        }
        if (time.isAfter(minute)) {
            ids.clear();
            minute = time;
        }
        return ids.add(timed.record().id());
    }

    /** Empty before the first record. */
    Optional<Instant> minute() {
        return minute.equals(Instant.MIN) ? Optional.empty() : Optional.of(minute);
    }
}
