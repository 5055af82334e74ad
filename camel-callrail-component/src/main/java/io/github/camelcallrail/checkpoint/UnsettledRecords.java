package io.github.camelcallrail.checkpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The records of a walk in order of time, from the first unsettled one on; it tells up to where all records are
 * settled. Records that need no exchange do not accumulate, however long the walk is.
 */
final class UnsettledRecords {

    private final Deque<Entry> ahead = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();
    private Instant minute;

    /** @param begun where the resumed walk had got to */
    UnsettledRecords(Optional<TimeAnchor> begun) {
        begun.ifPresent(anchor -> {
            minute = anchor.minute();
            ids.addAll(anchor.ids());
        });
    }

    /**
     * Adds the next record.
     *
     * @param settled whether it needs no exchange
     * @return the action to run when it is settled
     */
    Runnable add(Instant time, String id, boolean settled) {
        Entry entry = new Entry(time.truncatedTo(ChronoUnit.MINUTES), id, settled);
        if (settled) {
            while (!ahead.isEmpty() && ahead.getLast().isSettledBefore(entry.minute)) {
                ahead.removeLast();
            }
        }
        ahead.add(entry);
        return () -> entry.settled = true;
    }

    /** The place up to which everything is settled; empty while nothing is. */
    Optional<TimeAnchor> anchor() {
        while (!ahead.isEmpty() && ahead.getFirst().settled) {
            Entry entry = ahead.removeFirst();
            if (!entry.minute.equals(minute)) {
                ids.clear();
                minute = entry.minute;
            }
            ids.add(entry.id);
        }
        return Optional.ofNullable(minute).map(reached -> new TimeAnchor(reached, ids));
    }

    /** One record. */
    static final class Entry {
        private final Instant minute;
        private final String id;
        private boolean settled;

        private Entry(Instant minute, String id, boolean settled) {
            this.minute = minute;
            this.id = id;
            this.settled = settled;
        }

        private boolean isSettledBefore(Instant other) {
            return settled && minute.isBefore(other);
        }
    }
}
