package io.github.camelcallrail.reader;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread after the other do work of the same name, so that many who need the same do not all ask for it; but nobody is
 * held up for long: who has waited for seconds does the work himself, because the one before may wait for the budget for hours.
 */
final class KeyedLocks {

    /** Longer than a look-up takes that need not wait for its turn. */
    private static final long SECONDS = 2;

    // A lock that does not pin a virtual thread.
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    <T> T run(String name, Supplier<T> work) {
        ReentrantLock lock = locks.computeIfAbsent(name, key -> new ReentrantLock());
        boolean held = await(lock);
        try {
            return work.get();
        } finally {
            if (held) {
                lock.unlock();
            }
        }
    }

    private static boolean await(ReentrantLock lock) {
        try {
            return lock.tryLock(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // The work will notice, if it has to wait.
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
