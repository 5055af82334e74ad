package io.github.camelcallrail.monitor;

import io.github.camelcallrail.webhook.EventKind;
import io.github.camelcallrail.webhook.EventObserver;
import io.github.camelcallrail.webhook.Rejection;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of the requests to the URL of a webhook, and passes it on to meters. Thread-safe. */
public final class EventCounts implements EventObserver {

    private final Map<String, LongAdder> accepted = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> ignored = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> rejected = new ConcurrentHashMap<>();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private volatile EventMeters meters = EventMeters.NONE;

    /** @return the meters used before */
    public EventMeters useMeters(EventMeters other) {
        EventMeters before = meters;
        meters = other;
        return before;
    }

    @Override
    public void accepted(EventKind kind) {
        add(accepted, kind.text());
        meters.event(kind.text(), "accepted");
    }

    @Override
    public void duplicate(EventKind kind) {
        duplicates.increment();
        meters.event(kind.text(), "duplicate");
    }

    @Override
    public void ignored(String kind) {
        add(ignored, kind);
        meters.event(kind, "ignored");
    }

    @Override
    public void rejected(Rejection reason) {
        add(rejected, reason.text());
        meters.rejected(reason.text());
    }

    @Override
    public void delivered(EventKind kind, Duration after) {
        delivered.increment();
        meters.delivered(kind.text(), after);
    }

    private static void add(Map<String, LongAdder> counts, String name) {
        counts.computeIfAbsent(name, unknown -> new LongAdder()).increment();
    }

    /** How many events were accepted, by kind. */
    public Map<String, Long> accepted() {
        return numbers(accepted);
    }

    /** How many events with a valid signature were dropped because nobody wants them, by kind. */
    public Map<String, Long> ignored() {
        return numbers(ignored);
    }

    /** How many requests were rejected, by reason. */
    public Map<String, Long> rejected() {
        return numbers(rejected);
    }

    /** How many copies of accepted events were dropped. */
    public long duplicates() {
        return duplicates.sum();
    }

    /** How many events the route has processed. */
    public long delivered() {
        return delivered.sum();
    }

    private static Map<String, Long> numbers(Map<String, LongAdder> counts) {
        Map<String, Long> numbers = new TreeMap<>();
        counts.forEach((name, count) -> numbers.put(name, count.sum()));
        return numbers;
    }
}
