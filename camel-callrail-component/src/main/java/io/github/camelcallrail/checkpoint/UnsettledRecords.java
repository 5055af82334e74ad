package io.github.camelcallrail.checkpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a walk in order of time, from the first that is not settled on: it says how far everything is. Rows that need
 * nothing do not add up in it, however long the walk.
 */
final class UnsettledRecords {

    private final Deque<Step> ahead = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();
    private Instant minute;

    /** @param begun where an earlier walk got to */
    UnsettledRecords(Optional<TimeAnchor> begun) {
        begun.ifPresent(anchor -> {
            minute = anchor.minute();
            ids.addAll(anchor.ids());
        });
    }

    /**
     * Adds the next row.
     *
     * @param settled whether it needs nothing
     * @return what to run when it is settled
     */
    Runnable add(Instant time, String id, boolean settled) {
        Step step = new Step(time.truncatedTo(ChronoUnit.MINUTES), id, settled);
        if (settled) {
            while (!ahead.isEmpty() && ahead.getLast().isSettledBefore(step.minute)) {
                ahead.removeLast();
            }
        }
        ahead.add(step);
        return () -> step.settled = true;
    }

    /** Where everything before is settled; empty while nothing is. */
    Optional<TimeAnchor> anchor() {
        while (!ahead.isEmpty() && ahead.getFirst().settled) {
            Step step = ahead.removeFirst();
            if (!step.minute.equals(minute)) {
                ids.clear();
                minute = step.minute;
            }
            ids.add(step.id);
        }
        return Optional.ofNullable(minute).map(reached -> new TimeAnchor(reached, ids));
    }

    /** One row. */
    static final class Step {
        private final Instant minute;
        private final String id;
        private boolean settled;

        private Step(Instant minute, String id, boolean settled) {
            this.minute = minute;
            this.id = id;
            this.settled = settled;
        }

        private boolean isSettledBefore(Instant other) {
            return settled && minute.isBefore(other);
        }
    }
}
