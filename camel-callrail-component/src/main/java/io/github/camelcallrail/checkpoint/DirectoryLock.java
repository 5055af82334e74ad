package io.github.camelcallrail.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one writer at a time into a directory, of all threads and processes that use it. The operating system frees the lock of a process
 * that ends, however it ends. Thread-safe.
 */
final class DirectoryLock {

    /** Work that only one may do at a time. */
    interface Work<T> {
        T run() throws IOException;
    }

    private static final String FILE_NAME = ".lock";

    /** A lock of the operating system is the process's, and does not keep its threads apart. */
    private static final Map<Path, ReentrantLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    private DirectoryLock() {}

    /** @throws IOException if the work does, or if the file system cannot lock */
    static <T> T holding(Path directory, Work<T> work) throws IOException {
        Path file = directory.toRealPath().resolve(FILE_NAME);
        ReentrantLock own = OF_THIS_PROCESS.computeIfAbsent(file, unknown -> new ReentrantLock());
        own.lock();
        // To close the channel frees the lock.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return work.run();
        } finally {
            own.unlock();
        }
    }
}
