package io.github.camelcallrail.agency;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the consumers of one route send their exchanges page by page, each in its turn, so that one thread at a time
 * runs the route. Nobody holds the route while waiting for CallRail. Thread-safe.
 */
public final class RouteAccess {

    /** For a consumer that has the route for itself, or shares it with others at the same time. */
    public static final RouteAccess SHARED = new RouteAccess(null);

    private final ReentrantLock lock;

    private RouteAccess(ReentrantLock lock) {
        this.lock = lock;
    }

    /** First come, first served. */
    static RouteAccess exclusive() {
        return new RouteAccess(new ReentrantLock(true));
    }

    /** Waits for the route; returns at once if this thread already has it. */
    public void enter() {
        if (lock != null && !lock.isHeldByCurrentThread()) {
            lock.lock();
        }
    }

    /** Lets the next one have the route; does nothing if this thread does not have it. */
    public void leave() {
        if (lock != null && lock.isHeldByCurrentThread()) {
            lock.unlock();
        }
    }
}
