package io.github.camelcallrail.benchmarks.contender;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Simulates the time that a route spends on each record by waiting, as for a database. A sleep of 0.3 ms takes about
 * 0.37 ms, because the system wakes threads late, and spinning would take a processor from the server. So the waiting
 * times are accumulated until a sleep is worthwhile, and any excess is subtracted from the next sleep: on average each
 * record takes exactly the intended time. Not thread-safe.
 */
public final class RouteWork {

    /** Ten records of 0.3 ms: a small part of a page, so that work and requests still overlap realistically. */
    private static final long WORTH_A_SLEEP = Duration.ofMillis(3).toNanos();

    private final long nanos;
    private long owed;

    public RouteWork(Duration perRecord) {
        this.nanos = perRecord.toNanos();
    }

    void once() {
        owed += nanos;
        while (owed >= WORTH_A_SLEEP) {
            long begin = System.nanoTime();
            LockSupport.parkNanos(owed);
            owed -= System.nanoTime() - begin;
        }
    }
}
