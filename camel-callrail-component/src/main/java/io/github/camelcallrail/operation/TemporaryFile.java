package io.github.camelcallrail.operation;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file without a name: only its owner can read it, and it disappears when it is closed, is no longer reachable, or
 * when the process ends in any way. (Windows deletes it only when it is closed.) Written by one thread, then read by
 * any number of them.
 */
public final class TemporaryFile implements AutoCloseable {

    private final FileChannel channel;
    private long length;

    private TemporaryFile(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException if the directory cannot be written */
    static TemporaryFile in(Path directory) throws IOException {
        Path path = Files.createTempFile(Files.createDirectories(directory), "callrail-", ".part");
        try {
            return new TemporaryFile(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** The number of bytes in it. */
    public long length() {
        return length;
    }

    /** Adds bytes at the end. */
    void append(byte[] bytes, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining()) {
            length += channel.write(buffer, length);
        }
    }

    /** Removes all bytes. */
    void clear() throws IOException {
        channel.truncate(0);
        length = 0;
    }

    /**
     * Reads some bytes, at least one.
     *
     * @param position the number of the first byte, starting at 0 and less than {@link #length}
     * @return how many were read
     */
    public int read(long position, byte[] bytes, int offset, int count) throws IOException {
        int read = channel.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(count, length - position)), position);
        if (read < 1) {
            throw new EOFException("a temporary file lost its end");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
