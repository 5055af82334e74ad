package io.github.camelcallrail.webhook;

import java.time.Duration;

/** Is told what becomes of requests to the URL of a webhook. Must be thread-safe. */
public interface EventObserver {

    /** An event was accepted. */
    void accepted(EventKind kind);

    /** An event is a copy of one that was accepted, and is dropped. */
    void duplicate(EventKind kind);

    /**
     * The signature is right, but the event is dropped: option {@code events} does not include its kind.
     *
     * @param kind the name of the kind; {@code unknown} if it cannot be recognised
     */
    void ignored(String kind);

    /** A request was rejected. */
    void rejected(Rejection reason);

    /**
     * The route has processed an event.
     *
     * @param after the time from when it was received to when the route began with it
     */
    void delivered(EventKind kind, Duration after);
}
