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
record Waiting(Clock clock, Sleeper sleeper, BooleanSupplier wanted) {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** False when it is no longer wanted, or the thread was interrupted, which it then still is. */
    boolean until(Instant time) {
        Instant now = clock.instant();
        while (now.isBefore(time)) {
            if (!wanted.getAsBoolean()) {
                return false;
            }
            Duration left = Duration.between(now, time);
            try {
                sleeper.sleep(left.compareTo(LOOK) < 0 ? left : LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            now = clock.instant();
        }
        return wanted.getAsBoolean();
    }
}
