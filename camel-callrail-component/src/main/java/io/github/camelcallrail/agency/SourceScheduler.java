package io.github.camelcallrail.agency;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.monitor.PlanningScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Schedules the polls of one account on the threads that all accounts share. It polls at once when it starts; from then
 * on at its own moment of each interval, or whenever {@link #pollNow} is called. A poll that takes longer than the
 * interval skips moments, and they are not made up for. Thread-safe.
 */
final class SourceScheduler extends ServiceSupport implements ScheduledPollConsumerScheduler, PlanningScheduler {

    private static final Duration UNTIL_THE_OTHER_ENDS = Duration.ofMillis(100);

    private final PollThreads threads;
    private final Semaphore single;
    private final PollTurn turn;
    private final Optional<PollMoments> moments;
    private final Clock clock;
    private final Runnable polled;
    private CamelContext context;
    private Runnable task;
    private Future<?> next;
    private Instant due;
    private boolean started;

    /**
     * @param single lets one poll of the account run at a time: that of a consumer that was stopped may still run
     * @param moments empty if another scheduler decides when to poll
     * @param polled called after each poll
     */
    SourceScheduler(
            PollThreads threads,
            Semaphore single,
            PollTurn turn,
            Optional<PollMoments> moments,
            Clock clock,
            Runnable polled) {
        this.threads = requireNonNull(threads, "threads are null");
        this.single = requireNonNull(single, "single is null");
        this.turn = requireNonNull(turn, "turn is null");
        this.moments = requireNonNull(moments, "moments are null");
        this.clock = requireNonNull(clock, "clock is null");
        this.polled = requireNonNull(polled, "polled is null");
    }

    @Override
    public void onInit(Consumer consumer) {
        // The task is all that it needs of the consumer.
    }

    @Override
    public synchronized void scheduleTask(Runnable poll) {
        task = poll;
    }

    @Override
    public synchronized void startScheduler() {
        started = true;
        pollNow();
    }

    /** Polls as soon as a thread is free, unless a poll is running. */
    synchronized void pollNow() {
        boolean running = next != null && due == null;
        if (started && !running) {
            schedule(Duration.ZERO);
        }
    }

    private void schedule(Duration delay) {
        if (next != null) {
            next.cancel(false);
        }
        due = clock.instant().plus(delay);
        next = threads.schedule(this::poll, delay);
    }

    private void poll() {
        if (!single.tryAcquire()) {
            pollLater();
            return;
        }
        boolean more = false;
        try {
            synchronized (this) {
                due = null;
            }
            task.run();
        } finally {
            single.release();
            more = turn.next();
            again(more);
        }
        if (!more) {
            polled.run();
        }
    }

    private synchronized void pollLater() {
        if (started) {
            schedule(UNTIL_THE_OTHER_ENDS);
        }
    }

    private synchronized void again(boolean more) {
        next = null;
        if (started && more) {
            schedule(Duration.ZERO);
        } else if (started && moments.isPresent()) {
            schedule(moments.get().next(Duration.ofMillis(clock.millis())));
        }
    }

    @Override
    public synchronized void unscheduleTask() {
        started = false;
        due = null;
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    @Override
    public synchronized boolean isSchedulerStarted() {
        return started;
    }

    @Override
    public synchronized Optional<Instant> nextPoll() {
        return Optional.ofNullable(due);
    }

    @Override
    protected void doStop() {
        unscheduleTask();
    }

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }
}
