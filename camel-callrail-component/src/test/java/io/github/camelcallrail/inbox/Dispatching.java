package io.github.camelcallrail.inbox;

import io.github.camelcallrail.checkpoint.ListableStateRepository;
import io.github.camelcallrail.time.MonotonicClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A process with an inbox and a dispatcher, in a hurry. */
final class Dispatching implements AutoCloseable {

    /** Everything is a hundred times as fast, but leases are safe from pauses. */
    static final DispatchTimes FAST = new DispatchTimes(
            Duration.ofMillis(10),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofMillis(5),
            Duration.ofMillis(50));

    final EventInbox inbox;
    final EventDispatcher dispatcher;
    final List<String> failed = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(2);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<ExecutorService> executors = new ArrayList<>(List.of(scheduler, workers));

    Dispatching(ListableStateRepository states, DispatchTimes times, int threads, EventHandler handler) {
        this(states, times, threads, new MonotonicClock(), handler);
    }

    Dispatching(ListableStateRepository states, DispatchTimes times, int threads, Clock clock, EventHandler handler) {
        inbox = new EventInbox(states, "calls", 100_000, Clock.systemUTC());
        dispatcher = new EventDispatcher(
                inbox,
                handler,
                (event, attempts, retryAfter, cause) ->
                        failed.add(event.group() + " " + attempts + " " + retryAfter + " " + cause),
                threads,
                times,
                clock,
                scheduler,
                workers);
    }

    /** The process is gone without a word to anybody. */
    void vanish() {
        executors.forEach(ExecutorService::shutdownNow);
    }

    @Override
    public void close() {
        dispatcher.stop(Duration.ofSeconds(5));
        vanish();
    }
}
