package io.github.camelcallrail.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * As many permits as a transport has connections. Who sends a request holds one from before it is counted until its
 * answer is read, so that nobody counts a request and then waits for a connection. First come, first served.
 * Thread-safe.
 */
public final class ConnectionPermits {

    /** For transports that do not run out of connections. */
    public static final ConnectionPermits UNLIMITED = new ConnectionPermits(Integer.MAX_VALUE);

    /** So that a route that stops is not held up. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final int size;
    private final Semaphore free;

    /** @param size how many there are, 1 or more */
    public ConnectionPermits(int size) {
        if (size < 1) {
            throw new IllegalArgumentException(size + " connections");
        }
        this.size = size;
        this.free = new Semaphore(size, true);
    }

    /** How many there are in all. */
    public int size() {
        return size;
    }

    /**
     * Waits for a permit.
     *
     * @param most how long; zero to take one that is free or none
     * @param wanted whether anybody still waits; asked at least once a second
     * @return empty when none was free in time, when none is wanted any more, or when the thread was interrupted, which
     *     it then still is
     */
    Optional<Permit> acquire(Duration most, BooleanSupplier wanted) {
        // Also for a thread that is interrupted, as others that need not wait: the transport decides what that means.
        if (!free.hasQueuedThreads() && free.tryAcquire()) {
            return Optional.of(new Permit());
        }
        Duration left = most;
        try {
            do {
                Duration span = left.compareTo(LOOK) < 0 ? left : LOOK;
                if (free.tryAcquire(span.toNanos(), TimeUnit.NANOSECONDS)) {
                    return Optional.of(new Permit());
                }
                left = left.minus(span);
            } while (left.compareTo(Duration.ZERO) > 0 && wanted.getAsBoolean());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** The right to use one connection, until it is closed. */
    final class Permit implements AutoCloseable {

        private final AtomicBoolean closed = new AtomicBoolean();

        private Permit() {}

        /** Gives it back; a second time does nothing. */
        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                free.release();
            }
        }
    }
}
