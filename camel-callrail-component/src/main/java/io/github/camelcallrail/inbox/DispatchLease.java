package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.checkpoint.CompareAndSetStateRepository;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The right to hand out the events of an inbox, which one process has at a time. Its text names the holder, and a count
 * that grows with each renewal. A process that has seen it unchanged for some time of its own takes it over, so clocks
 * need not agree.
 *
 * <p>One thread at a time may call all but {@link #held}, which any thread may call. What the repository throws is
 * thrown on; then nothing is known about the lease, except that it is held no longer than it was.
 */
final class DispatchLease {

    private static final String FREE = "free";

    private final CompareAndSetStateRepository repository;
    private final String key;
    private final DispatchTimes times;
    private final String holder = UUID.randomUUID() + " ";
    private long count;
    private String seen;
    private Instant seenSince;
    /** When it was last renewed here; null if it is not held. */
    private volatile Instant renewed;

    DispatchLease(CompareAndSetStateRepository repository, String key, DispatchTimes times) {
        this.repository = requireNonNull(repository, "repository is null");
        this.key = requireNonNull(key, "key is null");
        this.times = requireNonNull(times, "times is null");
    }

    /** Whether this process may hand out events. Until another process may take the lease over, it may. */
    boolean held(Instant now) {
        Instant since = renewed;
        return since != null && now.isBefore(since.plus(times.takeOver()));
    }

    /** Acquires the lease if that is possible, or renews it if that is due. */
    void keep(Instant now) {
        if (renewed == null) {
            acquire(now);
        } else if (!now.isBefore(renewed.plus(times.renewal())) && !replace(seen, now)) {
            renewed = null;
            acquire(now);
        }
    }

    private void acquire(Instant now) {
        String current = repository.getState(key);
        if (!Objects.equals(current, seen) || seenSince == null) {
            seen = current;
            seenSince = now;
        }
        // It names this process where the response to a renewal was lost.
        boolean free = current == null || current.equals(FREE) || current.startsWith(holder);
        if (free || !now.isBefore(seenSince.plus(times.takeOver()))) {
            replace(current, now);
        }
    }

    private boolean replace(String current, Instant now) {
        String next = holder + ++count;
        boolean replaced = repository.compareAndSetState(key, current, next);
        if (replaced) {
            seen = next;
            seenSince = now;
            renewed = now;
        }
        return replaced;
    }

    /** Lets another process acquire it at once, if it is held. */
    void release() {
        if (renewed != null) {
            renewed = null;
            repository.compareAndSetState(key, seen, FREE);
        }
    }
}
