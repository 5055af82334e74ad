package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
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

    private final SigningKeys keys;
    private final Supplier<List<String>> companies;
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
        this.keys = requireNonNull(keys, "keys is null");
        this.companies = requireNonNull(companies, "companies is null");
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
        Signer signer;
        try {
            signer = signer(request, mark.map(EventMark::companyId));
        } catch (CallRailFailure failure) {
            reportUnchecked(failure);
            return Optional.of(Rejection.NO_KEY);
        }
        if (signer.rejection().isPresent()) {
            return signer.rejection();
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
                new ReceivedEvent(event.kind().get(), signer.company(), contentType, request.body(), clock.instant()),
                event,
                sink);
    }

    /** Anyone can cause it, so it must not fill the log. */
    private void reportUnchecked(CallRailFailure failure) {
        Instant now = clock.instant();
        Instant last = reported.get();
        boolean silent = last != null && !now.isBefore(last) && now.isBefore(last.plus(BETWEEN_REPORTS));
        if (!silent && reported.compareAndSet(last, now)) {
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

    /** @param company the company whose key fits; empty if there is one key for all */
    private record Signer(Optional<String> company, Optional<Rejection> rejection) {

        static Signer none(Rejection reason) {
            return new Signer(Optional.empty(), Optional.of(reason));
        }
    }

    private Signer signer(WebhookRequest request, Optional<String> marked) {
        List<String> known = companies.get();
        if (known.isEmpty()) {
            return fits("", keys::key, request)
                    // The mark is not signed, but the body names the company.
                    ? new Signer(Optional.empty(), Optional.empty())
                    : Signer.none(Rejection.WRONG_SIGNATURE);
        }
        if (marked.filter(company -> !known.contains(company)).isPresent()) {
            return Signer.none(Rejection.UNKNOWN_COMPANY);
        }
        List<String> candidates = marked.map(List::of).orElse(known);
        Optional<String> signed = signedBy(candidates, request);
        // CallRail may have changed the key. Among several companies, nothing says whose to look up again.
        if (signed.isEmpty() && candidates.size() == 1) {
            signed = candidates.stream()
                    .filter(company -> fits(company, keys::refreshed, request))
                    .findFirst();
        }
        return signed.isPresent() ? new Signer(signed, Optional.empty()) : Signer.none(Rejection.WRONG_SIGNATURE);
    }

    /** The company among these whose key fits; a key that CallRail refuses to show does not hide the others. */
    private Optional<String> signedBy(List<String> candidates, WebhookRequest request) {
        CallRailFailure refused = null;
        for (String company : candidates) {
            try {
                if (fits(company, keys::key, request)) {
                    return Optional.of(company);
                }
            } catch (CallRailFailure failure) {
                // CallRail cannot be asked at all: the other lookups would only take time.
                if (failure.kind().retryable()) {
                    throw failure;
                }
                refused = failure;
            }
        }
        if (refused != null) {
            throw refused;
        }
        return Optional.empty();
    }

    private static boolean fits(String company, Function<String, Optional<String>> keys, WebhookRequest request) {
        return keys.apply(company)
                .filter(key -> WebhookSignature.of(key)
                        .matches(request.body(), request.signature().orElseThrow()))
                .isPresent();
    }
}
