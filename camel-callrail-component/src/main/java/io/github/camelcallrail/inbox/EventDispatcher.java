package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the events of an inbox to a handler, each until it is processed, at least once. Events of a group are handed out
 * in the order of their keys, and the next one only after the one before is processed; one that fails holds up its own
 * group only. Otherwise the oldest is first.
 *
 * <p>Of all dispatchers of an inbox, in whatever process, one hands out events, and the others wait to take over. If the
 * repository fails, that is logged once, and handing out goes on when it is available again. Thread-safe.
 */
public final class EventDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);
    private static final int PAGE_SIZE = 1_000;

    private final EventInbox inbox;
    private final EventHandler handler;
    private final DispatchListener listener;
    private final DispatchTimes times;
    private final Clock clock;
    private final ScheduledExecutorService scheduler;
    private final ExecutorService workers;

    private final GroupQueue queue;
    private final DispatchLease lease;
    private final Outage outage = new Outage();
    /** The keys of events that were processed, but could not be removed yet. */
    private final Set<String> processed = ConcurrentHashMap.newKeySet();

    private final LongAdder processedCount = new LongAdder();
    private final LongAdder failureCount = new LongAdder();
    private final AtomicBoolean woken = new AtomicBoolean();
    /** Held while looking at the inbox. */
    private final Object looking = new Object();

    private ScheduledFuture<?> looks;
    private volatile boolean stopping;
    private boolean stopped;

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
        this.handler = requireNonNull(handler, "handler is null");
        this.listener = requireNonNull(listener, "listener is null");
        this.times = requireNonNull(times, "times is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.scheduler = requireNonNull(scheduler, "scheduler is null");
        this.workers = requireNonNull(workers, "workers is null");
        this.queue = new GroupQueue(threads, times);
        this.lease = inbox.lease(times);
    }

    /** Starts to look for events. The repository need not be available. To be called once. */
    public void start() {
        inbox.whenAdded(this::wake);
        looks = scheduler.scheduleWithFixedDelay(this::look, 0, times.look().toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * Hands out nothing more, waits for the handlers that run, and releases the lease, so that another process can go on
     * at once. Handlers that run for longer are not interrupted; then the lease is not released, and another process
     * takes it over when it has lapsed.
     *
     * @param longest how long to wait
     * @return whether all handlers have ended
     */
    public boolean stop(Duration longest) {
        stopping = true;
        queue.stop();
        inbox.whenAdded(null);
        boolean idle = false;
        try {
            idle = queue.awaitIdle(longest.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (looks != null) {
            looks.cancel(false);
        }
        synchronized (looking) {
            stopped = true;
            if (idle) {
                release();
            }
        }
        return idle;
    }

    private void release() {
        try {
            lease.release();
        } catch (RuntimeException e) {
            outage.goesOn(e);
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
                lease.held(clock.instant()),
                processedCount.sum(),
                failureCount.sum(),
                inbox.damaged());
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
        synchronized (looking) {
            woken.set(false);
            if (stopped) {
                return;
            }
            try {
                lease.keep(clock.instant());
                fill();
                outage.isOver();
            } catch (RuntimeException e) {
                outage.goesOn(e);
                return;
            }
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
        Optional<PendingEvent> next = Optional.of(first);
        while (next.isPresent()) {
            next = process(next.get()) ? take() : Optional.empty();
        }
    }

    /** Returns false if the repository failed. */
    private boolean process(PendingEvent event) {
        try {
            if (isProcessed(event) && queue.done(event)) {
                wake();
            }
            return true;
        } catch (RuntimeException e) {
            // It could be this event only, and then the others go on.
            queue.failed(event, clock.instant());
            outage.goesOn(e);
            return false;
        }
    }

    private boolean isProcessed(PendingEvent event) {
        String key = event.key();
        if (!processed.contains(key)) {
            Optional<String> text = inbox.text(key);
            if (text.isEmpty()) {
                return true;
            }
            if (!succeeds(event, text.get())) {
                return false;
            }
            processed.add(key);
            processedCount.increment();
        }
        inbox.remove(key);
        processed.remove(key);
        return true;
    }

    private boolean succeeds(PendingEvent event, String text) {
        Throwable cause = null;
        try {
            if (handler.handle(event.key(), text)) {
                return true;
            }
        } catch (Exception | Error e) {
            // An error, too, must not end the attempts.
            cause = e;
        }
        failureCount.increment();
        int failures = queue.failures(event.group()) + 1;
        try {
            listener.failed(event, failures, times.retryAfter(failures), cause);
        } finally {
            queue.failed(event, clock.instant());
        }
        return false;
    }
}
