package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides about requests to the URL of a webhook: checks the signature before it looks at anything else in the body,
 * drops copies, and passes on the events that are wanted. Logs nothing of a request. Thread-safe.
 */
public final class EventReceiver {

    /** Takes an accepted event: stores it, or has a route process it. */
    public interface Sink {

        /**
         * @throws CallRailFailure if it cannot be stored, so that the response says so
         * @throws RuntimeException of any other type to reject the event for a reason of the caller's own
         */
        void accept(ReceivedEvent received, WebhookEvent event);
    }

    private static final Logger LOG = LoggerFactory.getLogger(EventReceiver.class);
    private static final String UNKNOWN = "unknown";
    private static final Duration BETWEEN_REPORTS = Duration.ofMinutes(1);

    private final SignatureCheck signatures;
    private final Set<EventKind> wanted;
    private final RecentEvents recent;
    private final EventObserver observer;
    private final Clock clock;
    /** When it was last logged that an event cannot be checked; null if never. */
    private final AtomicReference<Instant> reported = new AtomicReference<>();

    /**
     * @param companies the ids of the companies whose events are received; empty if there is one key for all
     * @param wanted the kinds of events to pass on
     */
    public EventReceiver(
            SigningKeys keys,
            Supplier<List<String>> companies,
            Set<EventKind> wanted,
            EventObserver observer,
            Clock clock) {
        this.signatures = new SignatureCheck(keys, companies);
        this.wanted = Set.copyOf(wanted);
        this.recent = new RecentEvents(clock);
        this.observer = requireNonNull(observer, "observer is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Decides about a request.
     *
     * @return why it is rejected; empty if the response is to be a success
     * @throws RuntimeException what the sink throws, unless it is a {@link CallRailFailure}
     */
    public Optional<Rejection> receive(WebhookRequest request, Sink sink) {
        Optional<Rejection> rejection = decide(request, sink);
        rejection.ifPresent(this::rejected);
        return rejection;
    }

    /** Counts a request that was rejected before its body was there. */
    public void rejected(Rejection reason) {
        observer.rejected(reason);
        LOG.debug("A request to the URL of a webhook is rejected: {}", reason.text());
    }

    private Optional<Rejection> decide(WebhookRequest request, Sink sink) {
        String contentType = request.contentType().orElse("");
        if (isEncoded(request) || !EventContentType.isSupported(contentType)) {
            return Optional.of(Rejection.UNSUPPORTED);
        }
        if (request.signature().isEmpty()) {
            return Optional.of(Rejection.UNSIGNED);
        }
        Optional<EventMark> mark = request.query().flatMap(EventMark::find);
        Optional<EventKind> markedKind = mark.map(EventMark::kind);
        SignatureCheck.Result signed;
        try {
            signed = signatures.check(request, mark.map(EventMark::companyId));
        } catch (CallRailFailure failure) {
            reportUnchecked(failure);
            return Optional.of(Rejection.NO_KEY);
        }
        if (signed.rejection().isPresent()) {
            return signed.rejection();
        }
        WebhookEvent event;
        try {
            event = EventBody.read(request.body(), contentType, markedKind);
        } catch (CallRailFailure failure) {
            LOG.warn("{}", failure.getMessage());
            return Optional.of(Rejection.UNREADABLE);
        }
        if (event.kind().filter(wanted::contains).isEmpty()) {
            observer.ignored(event.kind().map(EventKind::text).orElse(UNKNOWN));
            return Optional.empty();
        }
        return pass(
                new ReceivedEvent(event.kind().get(), signed.company(), contentType, request.body(), clock.instant()),
                event,
                sink);
    }

    /** Anyone can cause it, so it must not fill the log. */
    private void reportUnchecked(CallRailFailure failure) {
        Instant now = clock.instant();
        Instant last = reported.get();
        if (Pause.isOver(last, BETWEEN_REPORTS, now) && reported.compareAndSet(last, now)) {
            LOG.warn("An event cannot be checked and is rejected: {}", failure.getMessage());
        } else {
            LOG.debug("Another event cannot be checked and is rejected: {}", failure.getMessage());
        }
    }

    private Optional<Rejection> pass(ReceivedEvent received, WebhookEvent event, Sink sink) {
        try {
            boolean first = recent.acceptOnce(
                    received.kind(), event.recordId(), received.body(), () -> sink.accept(received, event));
            if (first) {
                observer.accepted(received.kind());
            } else {
                observer.duplicate(received.kind());
            }
            return Optional.empty();
        } catch (CallRailFailure failure) {
            LOG.error("An event cannot be stored and is rejected: {}", failure.getMessage());
            return Optional.of(Rejection.NOT_STORED);
        }
    }

    private static boolean isEncoded(WebhookRequest request) {
        return request.contentEncoding()
                .filter(encoding -> !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity"))
                .isPresent();
    }
}
