package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The pending events that are next to be handed out: one of each group at a time, the oldest first. A group whose event
 * failed is left out until its retry is due. Filled anew again and again, by {@link PendingListing}s. Thread-safe.
 */
final class GroupQueue {

    private final int threads;
    private final DispatchTimes times;
    /** The events by group, without those in work. */
    private final Map<String, Deque<PendingEvent>> waiting = new HashMap<>();
    /** The first waiting event of each group of which none is in work. */
    private final NavigableSet<PendingEvent> ready = new TreeSet<>();

    private final Map<String, PendingEvent> inWork = new HashMap<>();
    private final Map<String, Retry> retries = new HashMap<>();
    private PendingListing listing = PendingListing.NONE;
    private int size;
    private boolean stopped;

    /** @param threads the maximum number of events in work */
    GroupQueue(int threads, DispatchTimes times) {
        if (threads < 1) {
            throw new IllegalArgumentException("Events need at least 1 thread, but threads is " + threads);
        }
        this.threads = threads;
        this.times = requireNonNull(times, "times is null");
    }

    /** Whether events of a group may be handed out: none has failed, or its retry is due. */
    synchronized boolean accepts(String group, Instant now) {
        Retry retry = retries.get(group);
        return retry == null || retry.isDue(now);
    }

    /** Replaces all events that wait here. Events that were removed since they were listed do no harm. */
    synchronized void fill(PendingListing latest, Instant now) {
        clear();
        listing = latest;
        if (latest.complete()) {
            retries.keySet().removeIf(group -> !latest.groups().contains(group) && !inWork.containsKey(group));
        }
        for (PendingEvent event : latest.events()) {
            if (accepts(event.group(), now) && !event.equals(inWork.get(event.group()))) {
                waiting.computeIfAbsent(event.group(), unknown -> new ArrayDeque<>())
                        .add(event);
                size++;
            }
        }
        waiting.keySet().forEach(this::makeReady);
    }

    /** Forgets all events that wait here. */
    synchronized void clear() {
        waiting.clear();
        ready.clear();
        size = 0;
        listing = PendingListing.NONE;
    }

    /** Takes the next event to hand out, which is then in work; empty if no event waits or no thread is free. */
    synchronized Optional<PendingEvent> take() {
        if (stopped || ready.isEmpty() || inWork.size() >= threads) {
            return Optional.empty();
        }
        PendingEvent event = ready.pollFirst();
        Deque<PendingEvent> others = waiting.get(event.group());
        others.poll();
        if (others.isEmpty()) {
            waiting.remove(event.group());
        }
        size--;
        inWork.put(event.group(), event);
        return Optional.of(event);
    }

    /**
     * An event in work is done.
     *
     * @return whether it is worth to list the pending events again
     */
    synchronized boolean done(PendingEvent event) {
        if (!leave(event)) {
            return false;
        }
        retries.remove(event.group());
        makeReady(event.group());
        return listing.leftOut(event.group(), waiting.containsKey(event.group())) || listing.isUsedUp(size);
    }

    /** An event in work could not be handed out: it is still the first of its group. */
    synchronized void giveBack(PendingEvent event) {
        if (leave(event)) {
            waiting.computeIfAbsent(event.group(), unknown -> new ArrayDeque<>())
                    .addFirst(event);
            size++;
            makeReady(event.group());
        }
    }

    /** How often events of a group failed in a row. */
    synchronized int failures(String group) {
        Retry retry = retries.get(group);
        return retry == null ? 0 : retry.failures();
    }

    /** An event in work failed. */
    synchronized void failed(PendingEvent event, Instant now) {
        if (leave(event)) {
            int failures = failures(event.group()) + 1;
            retries.put(event.group(), new Retry(failures, now.plus(times.retryAfter(failures))));
            Deque<PendingEvent> others = waiting.remove(event.group());
            size -= others == null ? 0 : others.size();
        }
    }

    private boolean leave(PendingEvent event) {
        boolean left = inWork.remove(event.group(), event);
        if (inWork.isEmpty()) {
            notifyAll();
        }
        return left;
    }

    private void makeReady(String group) {
        Deque<PendingEvent> events = waiting.get(group);
        if (events != null && !inWork.containsKey(group)) {
            ready.add(events.peek());
        }
    }

    synchronized int retrying() {
        return retries.size();
    }

    /** Hands out nothing from now on. */
    synchronized void stop() {
        stopped = true;
    }

    /** Waits until no event is in work; false if that takes longer. */
    synchronized boolean awaitIdle(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; !inWork.isEmpty(); left = end - System.nanoTime()) {
            if (left <= 0) {
                return false;
            }
            // Rounded up, because 0 would wait for ever.
            wait(left / 1_000_000 + 1);
        }
        return true;
    }
}
