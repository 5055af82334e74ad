package io.github.camelcallrail.time;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits. The counterpart of {@link java.time.Clock}: a test's sleeper turns the test's clock on and returns at once. */
@FunctionalInterface
public interface Sleeper {

    /** Really waits. */
    Sleeper SYSTEM = span -> TimeUnit.NANOSECONDS.sleep(span.toNanos());

    /**
     * Returns when the span has passed; at once when it is zero or negative.
     *
     * @throws InterruptedException when the thread is interrupted meanwhile, or was before
     */
    void sleep(Duration span) throws InterruptedException;
}
