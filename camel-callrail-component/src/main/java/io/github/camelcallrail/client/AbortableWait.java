package io.github.camelcallrail.client;

import io.github.camelcallrail.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Waits until a time, or until nobody wants what is waited for.
 *
 * @param wanted asked at least once a second, so that a route that stops is not held up
 */
record AbortableWait(Clock clock, Sleeper sleeper, BooleanSupplier wanted) {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /**
     * False when it is no longer wanted, or the thread was interrupted, which it then still is. When the clock is put back
     * meanwhile, it waits no longer than it would have.
     */
    boolean until(Instant time) {
        Duration left = Duration.between(clock.instant(), time);
        while (left.compareTo(Duration.ZERO) > 0) {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            Duration span = shorter(left, LOOK);
            try {
                sleeper.sleep(span);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            left = shorter(left.minus(span), Duration.between(clock.instant(), time));
        }
        return wanted.getAsBoolean();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
