package io.github.camelcallrail.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What is due, and what has been delivered. Delivers on threads of its own, in order for each URL. */
final class WebhookOutbox {

    private final WebhookIntegrations integrations;
    private final Object data;
    private final Clock clock;
    private final long seed;
    private final Map<String, WebhookQueue> queues = new HashMap<>();
    private final List<WebhookDelivery> deliveries = new ArrayList<>();
    private int due;
    /** What was due before the last {@link #clear()} leaves no trace. */
    private int clears;

    private boolean closed;

    /** @param data locked before this outbox where both are */
    WebhookOutbox(WebhookIntegrations integrations, Object data, Clock clock, long seed) {
        this.integrations = integrations;
        this.data = data;
        this.clock = clock;
        this.seed = seed;
    }

    synchronized void add(WebhookPost post, Duration late, int window) {
        if (!closed) {
            due++;
            int since = clears;
            queues.computeIfAbsent(post.target().url(), url -> new WebhookQueue(seed))
                    .add(() -> deliver(post, since), late, window);
        }
    }

    /** Waits until nothing is due; returns whether that was within the time. */
    boolean awaitIdle(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        synchronized (this) {
            queues.values().forEach(WebhookQueue::release);
            try {
                while (due > 0) {
                    long left = end - System.nanoTime();
                    if (left <= 0) {
                        return false;
                    }
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    synchronized List<WebhookDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Forgets the deliveries and drops what is due. */
    synchronized void clear() {
        clears++;
        due = 0;
        deliveries.clear();
        queues.values().forEach(WebhookQueue::close);
        queues.clear();
        notifyAll();
    }

    synchronized void close() {
        clear();
        closed = true;
    }

    private void deliver(WebhookPost post, int since) {
        try {
            if (isCurrent(since) && integrations.isActive(post.target())) {
                WebhookDelivery delivery = post.send(clock);
                synchronized (data) {
                    if (record(delivery, since)) {
                        integrations.settled(post.target(), delivery.succeeded());
                    }
                }
            }
        } finally {
            done(since);
        }
    }

    private synchronized boolean isCurrent(int since) {
        return since == clears;
    }

    private synchronized boolean record(WebhookDelivery delivery, int since) {
        return since == clears && deliveries.add(delivery);
    }

    private synchronized void done(int since) {
        if (since == clears) {
            due--;
            notifyAll();
        }
    }
}
