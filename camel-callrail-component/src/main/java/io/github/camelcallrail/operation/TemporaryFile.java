package io.github.camelcallrail.operation;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file without a name: only its owner can read it, and it disappears when it is closed, is no longer reachable, or
 * when the process ends in any way. (Where a system cannot remove the name of an open file, it disappears when it is
 * closed.) Written by one thread, then read by any number of them. Unlike that of a channel, reading survives an
 * interrupted reader.
 */
public final class TemporaryFile implements AutoCloseable {

    private final RandomAccessFile file;
    private final Optional<Path> name;
    private final ReentrantLock access = new ReentrantLock();
    private volatile long length;

    private TemporaryFile(RandomAccessFile file, Optional<Path> name) {
        this.file = file;
        this.name = name;
    }

    /** @throws IOException if the directory cannot be written */
    static TemporaryFile in(Path directory) throws IOException {
        Path path = Files.createTempFile(Files.createDirectories(directory), "callrail-", ".part");
        RandomAccessFile file;
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new TemporaryFile(file, removed(path) ? Optional.empty() : Optional.of(path));
    }

    private static boolean removed(Path path) {
        try {
            return Files.deleteIfExists(path);
        } catch (IOException e) {
            // Windows does not remove the name of an open file.
            return false;
        }
    }

    /** The number of bytes in it. */
    public long length() {
        return length;
    }

    /** Adds bytes at the end. */
    void append(byte[] bytes, int count) throws IOException {
        access.lock();
        try {
            file.seek(length);
            file.write(bytes, 0, count);
            length += count;
        } finally {
            access.unlock();
        }
    }

    /** Removes all bytes. */
    void clear() throws IOException {
        access.lock();
        try {
            file.setLength(0);
            length = 0;
        } finally {
            access.unlock();
        }
    }

    /**
     * Reads some bytes, at least one.
     *
     * @param position the number of the first byte, starting at 0 and less than {@link #length}
     * @return how many were read
     */
    public int read(long position, byte[] bytes, int offset, int count) throws IOException {
        access.lock();
        try {
            file.seek(position);
            int read = file.read(bytes, offset, (int) Math.min(count, length - position));
            if (read < 1) {
                throw new EOFException("a temporary file lost its end");
            }
            return read;
        } finally {
            access.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        if (name.isPresent()) {
            Files.deleteIfExists(name.get());
        }
    }
}
