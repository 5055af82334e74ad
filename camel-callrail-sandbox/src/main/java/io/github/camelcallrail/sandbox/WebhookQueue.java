package io.github.camelcallrail.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What is due at one URL: one delivery after the other, on a thread of its own. */
final class WebhookQueue {

    private record Held(Runnable delivery, Duration late) {}

    /** Nothing is held for longer, so that no test hangs that does not wait by the sandbox. */
    private static final Duration LONGEST_HELD = Duration.ofSeconds(1);

    private final Random random;
    private final List<Held> held = new ArrayList<>();
    private final ScheduledThreadPoolExecutor thread;
    private Future<?> release;

    WebhookQueue(long seed) {
        random = new Random(seed);
        thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread created = new Thread(work, "callrail-webhooks");
            created.setDaemon(true);
            return created;
        });
        thread.setKeepAliveTime(LONGEST_HELD.toMillis(), TimeUnit.MILLISECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    /** @param window how many are collected and then delivered out of order */
    synchronized void add(Runnable delivery, Duration late, int window) {
        if (window == 1) {
            release();
            schedule(delivery, late);
            return;
        }
        held.add(new Held(delivery, late));
        if (held.size() >= window) {
            release();
        } else if (release == null) {
            release = thread.schedule(this::release, LONGEST_HELD.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Delivers what is held, out of order. */
    synchronized void release() {
        if (release != null) {
            release.cancel(false);
            release = null;
        }
        List<Held> shuffled = new ArrayList<>(held);
        Collections.shuffle(shuffled, random);
        if (shuffled.equals(held)) {
            Collections.rotate(shuffled, 1);
        }
        held.clear();
        shuffled.forEach(each -> schedule(each.delivery(), each.late()));
    }

    /** Drops what has not been sent. */
    synchronized void close() {
        held.clear();
        thread.shutdownNow();
    }

    private void schedule(Runnable delivery, Duration late) {
        thread.schedule(delivery, late.toNanos(), TimeUnit.NANOSECONDS);
    }
}
