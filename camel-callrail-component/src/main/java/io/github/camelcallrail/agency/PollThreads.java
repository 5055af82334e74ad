package io.github.camelcallrail.agency;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.SizedScheduledExecutorService;

/** The threads that the consumers of one route poll on. A task that is due waits for a free one. Thread-safe. */
final class PollThreads {

    private final ScheduledExecutorService executor;

    PollThreads(ScheduledExecutorService executor) {
        this.executor = requireNonNull(executor, "executor is null");
    }

    /** A profile of threads for tasks of any number of accounts: Camel's default rejects more than a thousand. */
    static ThreadPoolProfile profile(int threads) {
        ThreadPoolProfile profile = new ThreadPoolProfile("CallRailAgency");
        profile.setPoolSize(threads);
        profile.setMaxPoolSize(threads);
        profile.setMaxQueueSize(-1);
        return profile;
    }

    Future<?> schedule(Runnable task, Duration delay) {
        return executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether a task waits for a thread; false if that is not known, as for some executors of users. */
    boolean waiting() {
        return pool() != null
                && pool().getQueue().peek() instanceof Delayed next
                && next.getDelay(TimeUnit.NANOSECONDS) <= 0;
    }

    private ScheduledThreadPoolExecutor pool() {
        if (executor instanceof SizedScheduledExecutorService sized) {
            return sized.getScheduledThreadPoolExecutor();
        }
        return executor instanceof ScheduledThreadPoolExecutor pool ? pool : null;
    }
}
