package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.TimeOrder;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers how far records sorted by time have been read: the minute reached and the ids of that minute only; and all
 * ids of records without a time, which belong to no minute.
 */
final class ReachedMinute {

    private final TimeOrder order;
    private final Set<String> ids = new HashSet<>();
    private final SeenIds untimed = SeenIds.empty();
    private Optional<Instant> minute = Optional.empty();

    ReachedMinute(TimeOrder order) {
        this.order = order;
    }

    /** Takes note of a record; false if it belongs before the minute reached or is already noted. */
    boolean add(TimedRecord timed) {
        if (timed.minute().isEmpty()) {
            return untimed.add(timed.record());
        }
        Instant time = timed.minute().get();
        if (minute.isPresent() && order.isBefore(time, minute.get())) {
            return false;
        }
        if (minute.isEmpty() || !time.equals(minute.get())) {
            ids.clear();
            minute = timed.minute();
        }
        return ids.add(timed.record().id());
    }

    /** Empty before the first record with a time. */
    Optional<Instant> minute() {
        return minute;
    }
}
