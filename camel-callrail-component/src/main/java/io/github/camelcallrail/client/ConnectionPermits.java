package io.github.camelcallrail.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * As many permits as a transport has connections. A sender holds one from before its request is counted until the
 * response has been read, so that no request is counted and then waits for a connection. First come, first served.
 * Thread-safe.
 */
public final class ConnectionPermits {

    /** For transports without a limit on connections. */
    public static final ConnectionPermits UNLIMITED = new ConnectionPermits(Integer.MAX_VALUE);

    /** So that a stopping route is not delayed. */
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(1);

    private final int size;
    private final Semaphore free;

    /** @param size the number of permits, 1 or more */
    public ConnectionPermits(int size) {
        if (size < 1) {
            throw new IllegalArgumentException(size + " connections");
        }
        this.size = size;
        this.free = new Semaphore(size, true);
    }

    /** The total number of permits. */
    public int size() {
        return size;
    }

    /**
     * Waits for a permit.
     *
     * @param most the maximum wait; zero to take only a free permit
     * @param wanted whether the permit is still wanted; checked at least once a second
     * @return empty if no permit was free in time, if it is no longer wanted, or if the thread was interrupted; its
     *     interrupt status is then set
     */
    Optional<Permit> acquire(Duration most, BooleanSupplier wanted) {
        // An interrupted thread gets a free permit too: the transport decides how to handle the interrupt.
        if (!free.hasQueuedThreads() && free.tryAcquire()) {
            return Optional.of(new Permit());
        }
        Duration left = most;
        try {
            do {
                Duration step = left.compareTo(CHECK_INTERVAL) < 0 ? left : CHECK_INTERVAL;
                if (free.tryAcquire(step.toNanos(), TimeUnit.NANOSECONDS)) {
                    return Optional.of(new Permit());
                }
                left = left.minus(step);
            } while (left.compareTo(Duration.ZERO) > 0 && wanted.getAsBoolean());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** The right to use one connection, until closed. */
    final class Permit implements AutoCloseable {

        private final AtomicBoolean closed = new AtomicBoolean();

        private Permit() {}

        /** Returns the permit; a second call does nothing. */
        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                free.release();
            }
        }
    }
}
