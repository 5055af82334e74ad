package io.github.camelcallrail.inbox;

import java.time.Duration;

/** Learns what an {@link EventDispatcher} does. Thread-safe. Must not throw. */
@FunctionalInterface
public interface DispatchListener {

    /**
     * An event was not processed.
     *
     * @param event the event
     * @param attempts how often in a row events of its group failed here, at least 1
     * @param retryAfter the time until it is handed out again
     * @param cause what the handler threw; null if it returned false
     */
    void failed(PendingEvent event, int attempts, Duration retryAfter, Throwable cause);
}
