package io.github.camelcallrail.benchmarks.contender;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * What a route does with each record, as far as time goes: it waits, as for a database. A sleep of 0.3 ms takes about 0.37 ms,
 * since the system wakes a thread when it suits it, and spinning would take a processor from the server. So records run up a debt
 * that is slept off once it is worth a sleep, and what a sleep took too long is credited to the next: on average each record takes
 * just what it should. For one thread at a time.
 */
public final class RouteWork {

    /** Ten records of 0.3 ms: a small part of a page, so that work and requests still overlap as they would. */
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
