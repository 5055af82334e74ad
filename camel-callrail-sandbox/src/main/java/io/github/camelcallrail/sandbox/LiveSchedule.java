package io.github.camelcallrail.sandbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** When changes are made while a sandbox is running. */
@FunctionalInterface
interface LiveSchedule {

    /** Runs the changes once after each interval, for the first time after the first, until the result is run. */
    Runnable start(Duration interval, Runnable changes);

    /** By the machine's time, in a thread of its own that does not keep the process alive. */
    static Runnable onThread(Duration interval, Runnable changes) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "callrail-sandbox-live");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleAtFixedRate(changes, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        return executor::shutdownNow;
    }
}
