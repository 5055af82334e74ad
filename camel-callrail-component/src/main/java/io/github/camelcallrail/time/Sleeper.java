package io.github.camelcallrail.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits. The counterpart of {@link java.time.Clock}: in tests, a sleeper advances the test's clock and returns
 * immediately.
 */
@FunctionalInterface
public interface Sleeper {

    /** Waits in real time. */
    Sleeper SYSTEM = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

    /**
     * Returns when the duration has passed; immediately if it is zero or negative.
     *
     * @throws InterruptedException if the thread is interrupted before or while it waits
     */
    void sleep(Duration duration) throws InterruptedException;
}
