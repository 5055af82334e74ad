package io.github.camelcallrail.feed;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that others ask an incremental consumer to read records at once: immediately if it is told, otherwise within
 * a second. It then has the consumer read them, in a thread of its own. After a failure it waits for a minute, or until
 * the failure says that another attempt makes sense; two seconds if another process has written the state.
 */
public final class RefreshWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshWatch.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final Duration AFTER_CONFLICT = Duration.ofSeconds(2);

    private final BooleanSupplier requested;
    private final Runnable read;
    private final Clock clock;
    private final ScheduledExecutorService executor;
    private final AtomicBoolean signalled = new AtomicBoolean();
    private Instant notBefore = Instant.MIN;

    /**
     * @param requested whether there are requests; throws if that cannot be known
     * @param read reads what was requested
     * @param executor with one thread; whoever made it ends it
     */
    public RefreshWatch(BooleanSupplier requested, Runnable read, Clock clock, ScheduledExecutorService executor) {
        this.requested = requested;
        this.read = read;
        this.clock = clock;
        this.executor = executor;
    }

    public void start() {
        executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    /** Looks at once; calls in the meantime need no further look. */
    public void signal() {
        if (!signalled.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(this::look);
        } catch (RejectedExecutionException e) {
            signalled.set(false);
            LOG.debug("The consumer stops; the requests stay until it starts again");
        }
    }

    private void look() {
        // First, because a request that is stored from now on may be missed by this look.
        signalled.set(false);
        if (clock.instant().isBefore(notBefore)) {
            return;
        }
        try {
            if (requested.getAsBoolean()) {
                read.run();
            }
        } catch (RuntimeException | Error e) {
            // An error, too, must not end the looks.
            notBefore = e instanceof CallRailFailure failure
                    ? next(failure)
                    : clock.instant().plus(AFTER_FAILURE);
            LOG.warn(
                    "Records that are to be refreshed could not be read; the next attempt is at {}: {}",
                    notBefore,
                    e instanceof CallRailFailure ? e.getMessage() : e.toString());
        }
    }

    private Instant next(CallRailFailure failure) {
        // Another process has just written the state, so the next reading begins with what it wrote.
        Duration pause = failure.kind() == FailureKind.CONFLICT ? AFTER_CONFLICT : AFTER_FAILURE;
        return failure.retryAt().orElseGet(() -> clock.instant().plus(pause));
    }
}
