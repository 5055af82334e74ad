package io.github.camelcallrail.client;

import io.github.camelcallrail.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Waits until a time, or until the result is no longer wanted.
 *
 * @param wanted whether the result is still wanted; checked at least once a second, so that a stopping route is not
 *     delayed
 */
record AbortableWait(Clock clock, Sleeper sleeper, BooleanSupplier wanted) {

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    /**
     * Returns false if the result is no longer wanted, or if the thread was interrupted; its interrupt status is then
     * set. If the clock is set back in the meantime, the wait does not get longer.
     */
    boolean until(Instant time) {
        Duration left = Duration.between(clock.instant(), time);
        while (left.compareTo(Duration.ZERO) > 0) {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            Duration step = shorter(left, CHECK_INTERVAL);
            try {
                sleeper.sleep(step);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            left = shorter(left.minus(step), Duration.between(clock.instant(), time));
        }
        return wanted.getAsBoolean();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
