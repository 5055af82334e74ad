package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Gives events in work to the handler, and removes from the inbox what was processed. Thread-safe. */
final class EventProcessing {

    private final EventInbox inbox;
    private final EventHandler handler;
    private final DispatchListener listener;
    private final DispatchTimes times;
    private final Clock clock;
    private final GroupQueue queue;
    /** The keys of events that were processed, but could not be removed yet. */
    private final Set<String> notRemoved = ConcurrentHashMap.newKeySet();

    private final LongAdder processed = new LongAdder();
    private final LongAdder failures = new LongAdder();

    EventProcessing(
            EventInbox inbox,
            EventHandler handler,
            DispatchListener listener,
            DispatchTimes times,
            Clock clock,
            GroupQueue queue) {
        this.inbox = requireNonNull(inbox, "inbox is null");
        this.handler = requireNonNull(handler, "handler is null");
        this.listener = requireNonNull(listener, "listener is null");
        this.times = requireNonNull(times, "times is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.queue = requireNonNull(queue, "queue is null");
    }

    /**
     * Processes an event that the queue gave out, and tells the queue how that ended.
     *
     * @return whether it is worth to list the pending events again
     * @throws RuntimeException if the inbox fails; the event is then tried again like one that failed
     */
    boolean process(PendingEvent event) {
        try {
            return isDone(event) && queue.done(event);
        } catch (RuntimeException | Error e) {
            // It could be this event only, and then the others go on.
            queue.failed(event, clock.instant());
            throw e;
        }
    }

    private boolean isDone(PendingEvent event) {
        String key = event.key();
        if (!notRemoved.contains(key)) {
            Optional<String> text = inbox.text(key);
            if (text.isEmpty()) {
                return true;
            }
            if (!succeeds(event, text.get())) {
                return false;
            }
            notRemoved.add(key);
            processed.increment();
        }
        inbox.remove(key);
        notRemoved.remove(key);
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
        failures.increment();
        int inARow = queue.failures(event.group()) + 1;
        try {
            listener.failed(event, inARow, times.retryAfter(inARow), cause);
        } finally {
            queue.failed(event, clock.instant());
        }
        return false;
    }

    /** The number of events processed so far. */
    long processed() {
        return processed.sum();
    }

    /** The number of failed attempts so far. */
    long failures() {
        return failures.sum();
    }
}
