package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the events of an inbox to a handler, each until it is processed, at least once. Events of a group are handed
 * out in the order of their keys, and the next one only after the one before is processed; one that fails holds up its
 * own group only. Otherwise the oldest is first.
 *
 * <p>Of all dispatchers of an inbox, in whatever process, one hands out events, and the others wait to take over. If
 * the repository fails, the dispatcher logs it once and continues when the repository is available again. Thread-safe.
 */
public final class EventDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);
    private static final int PAGE_SIZE = 1_000;

    private final EventInbox inbox;
    private final DispatchTimes times;
    private final Clock clock;
    private final ScheduledExecutorService scheduler;
    private final ExecutorService workers;

    private final GroupQueue queue;
    private final DispatchLease lease;
    private final Outage outage = new Outage();
    private final EventProcessing processing;
    private final AtomicBoolean woken = new AtomicBoolean();
    /** Held while looking at the inbox. */
    private final Lock looking = new ReentrantLock();

    private ScheduledFuture<?> looks;
    private volatile boolean stopping;
    private volatile boolean stopped;

    /**
     * @param threads the maximum number of events that are in work at the same time, at least 1
     * @param clock measures waits, so it should not be one that can be set, but a {@link
     *     io.github.camelcallrail.time.MonotonicClock}
     * @param scheduler looks at the inbox; its owner shuts it down after {@link #stop}
     * @param workers runs the handler, with as many threads; its owner shuts it down after {@link #stop}
     */
    public EventDispatcher(
            EventInbox inbox,
            EventHandler handler,
            DispatchListener listener,
            int threads,
            DispatchTimes times,
            Clock clock,
            ScheduledExecutorService scheduler,
            ExecutorService workers) {
        this.inbox = requireNonNull(inbox, "inbox is null");
        this.times = requireNonNull(times, "times is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.scheduler = requireNonNull(scheduler, "scheduler is null");
        this.workers = requireNonNull(workers, "workers is null");
        this.queue = new GroupQueue(threads, times);
        this.processing = new EventProcessing(inbox, handler, listener, times, clock, queue);
        this.lease = inbox.lease(times);
    }

    /** Starts to look for events. The repository need not be available. To be called once. */
    public void start() {
        inbox.whenAdded(this::wake);
        looks = scheduler.scheduleWithFixedDelay(this::look, 0, times.look().toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Hands out nothing more, waits for the handlers that run, and releases the lease, so that another process can go
     * on at once. Handlers that run for longer are not interrupted; then, or if the repository is too slow, the lease
     * is not released, and another process takes it over when it has lapsed.
     *
     * @param longest how long to wait
     * @return whether all handlers have ended
     */
    public boolean stop(Duration longest) {
        stopping = true;
        queue.stop();
        inbox.whenAdded(null);
        long end = System.nanoTime() + longest.toNanos();
        boolean idle = false;
        try {
            idle = queue.awaitIdle(longest.toNanos());
            stopLooking();
            // The repository may be slow, too.
            if (idle && looking.tryLock(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopLooking();
        }
        return idle;
    }

    private void stopLooking() {
        stopped = true;
        if (looks != null) {
            looks.cancel(false);
        }
    }

    /** Called with the lock. */
    private void release() {
        try {
            inbox.attempt("release the lease of", () -> {
                lease.release();
                return null;
            });
        } catch (RuntimeException e) {
            outage.goesOn(e);
        } finally {
            looking.unlock();
        }
    }

    /**
     * The status now, with a new listing of the inbox.
     *
     * @throws CallRailFailure of kind STORAGE if it cannot be listed
     */
    public DispatchStatus status() {
        List<PendingEvent> page = inbox.pending("", PAGE_SIZE);
        Optional<Instant> oldest = page.stream().findFirst().map(PendingEvent::added);
        int pending = page.size();
        while (page.size() == PAGE_SIZE) {
            page = inbox.pending(page.get(PAGE_SIZE - 1).key(), PAGE_SIZE);
            pending += page.size();
        }
        return new DispatchStatus(
                pending,
                queue.retrying(),
                oldest,
                holdsLease(),
                processing.processed(),
                processing.failures(),
                inbox.damaged());
    }

    /** Whether this process is the one that hands out events. */
    public boolean holdsLease() {
        return lease.held(clock.instant());
    }

    /** Looks at the inbox soon; calls in the meantime need no further look. */
    private void wake() {
        if (!stopping && woken.compareAndSet(false, true)) {
            try {
                scheduler.execute(this::look);
            } catch (RejectedExecutionException e) {
                // The scheduler is shut down, so this process hands out nothing more; the event is stored.
                woken.set(false);
            }
        }
    }

    private void look() {
        woken.set(false);
        looking.lock();
        try {
            if (stopped) {
                return;
            }
            inbox.attempt("acquire or renew the lease of", () -> {
                lease.keep(clock.instant());
                return null;
            });
            fill();
            outage.isOver();
        } catch (RuntimeException | Error e) {
            // An error, too, must not end the looks.
            outage.goesOn(e);
            return;
        } finally {
            looking.unlock();
        }
        handOut();
    }

    private void fill() {
        Instant now = clock.instant();
        if (stopping) {
            return;
        }
        if (lease.held(now)) {
            queue.fill(PendingListing.of(inbox, group -> queue.accepts(group, now)), now);
        } else {
            queue.clear();
        }
    }

    private void handOut() {
        for (Optional<PendingEvent> next = take(); next.isPresent(); next = take()) {
            PendingEvent event = next.get();
            try {
                workers.execute(() -> work(event));
            } catch (RejectedExecutionException e) {
                // All threads may be busy with other work: the next look tries again.
                LOG.debug("No thread can process event '{}' now", event.key(), e);
                queue.giveBack(event);
                return;
            }
        }
    }

    private Optional<PendingEvent> take() {
        return lease.held(clock.instant()) ? queue.take() : Optional.empty();
    }

    /** Processes an event, and then others as long as there are any. */
    private void work(PendingEvent first) {
        try {
            for (Optional<PendingEvent> next = Optional.of(first); next.isPresent(); next = take()) {
                if (processing.process(next.get())) {
                    wake();
                }
            }
        } catch (RuntimeException | Error e) {
            outage.goesOn(e);
        }
    }
}
