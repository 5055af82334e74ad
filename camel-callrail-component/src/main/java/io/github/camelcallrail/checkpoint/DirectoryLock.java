package io.github.camelcallrail.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one writer at a time into a directory, among all threads and processes that use it. The operating system
 * releases the lock when a process ends, however it ends. Thread-safe.
 */
final class DirectoryLock {

    /** Work that only one thread of one process may do at a time. */
    interface Work<T> {
        T run() throws IOException;
    }

    private static final String FILE_NAME = ".lock";

    /** A lock of the operating system belongs to the process and does not separate its threads. */
    private static final Map<Path, ReentrantLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private DirectoryLock() {}

    /** @throws IOException if the work throws it, or if the file system cannot lock */
    static <T> T holding(Path directory, Work<T> work) throws IOException {
        Path file = directory.toRealPath().resolve(FILE_NAME);
        ReentrantLock threadLock = OF_THIS_PROCESS.computeIfAbsent(file, unknown -> new ReentrantLock());
        threadLock.lock();
        // Closing the channel releases the lock.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return work.run();
        } finally {
            threadLock.unlock();
        }
    }
}
