package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

/**
 * How many events are pending: counted in the repository at most once a second, and in memory in between. Thread-safe.
 */
final class PendingCount {

    private static final Duration COUNT_AGAIN = Duration.ofSeconds(1);

    private final int capacity;
    private final Clock clock;
    private final IntSupplier counting;
    private Instant countedAt;
    private int count;

    /** @param counting counts the pending events in the repository, at least up to the capacity */
    PendingCount(int capacity, Clock clock, IntSupplier counting) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "An inbox has room for at least 1 event, but the capacity is " + capacity);
        }
        this.capacity = capacity;
        this.clock = requireNonNull(clock, "clock is null");
        this.counting = requireNonNull(counting, "counting is null");
    }

    /**
     * Reserves room for one event.
     *
     * @throws CallRailFailure of kind BUSY if there is none
     */
    synchronized void reserve() {
        Instant now = clock.instant();
        // A clock that was set back must not keep an old count.
        if (countedAt == null || Duration.between(countedAt, now).abs().compareTo(COUNT_AGAIN) >= 0) {
            count = counting.getAsInt();
            countedAt = now;
        }
        if (count >= capacity) {
            throw CallRailFailure.of(
                    FailureKind.BUSY,
                    ("The event was not accepted, because %s events wait to be processed, as many as the inbox may"
                                    + " hold. Check why they are not processed, or raise option 'maxPendingEvents'.")
                            .formatted(count));
        }
        count++;
    }

    /** Gives back the room of one event. */
    synchronized void release() {
        count = Math.max(0, count - 1);
    }
}
