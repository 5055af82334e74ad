package io.github.camelcallrail.reader;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets only one thread at a time do work of the same name, so that threads that need the same result do not all request
 * it. No thread waits long: after some seconds it does the work itself, because the other thread may wait hours for the
 * budget.
 */
final class KeyedLocks {

    /** Longer than a look-up takes that does not wait for the budget. */
    private static final long SECONDS = 2;

    // This lock does not pin virtual threads.
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
            // The work notices the interruption if it has to wait.
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
