package io.github.camelcallrail.stream;

import io.github.camelcallrail.operation.TemporaryFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * The body of a message with a downloaded file. It is on the disk, not in memory, and can be read again and again until
 * the exchange is complete: Camel resets it before each step. With a {@code ProducerTemplate}, whose caller reads the
 * body after the exchange, it can be read for as long as it is reachable. Each body is read by one thread at a time;
 * copies may be read by others.
 */
public final class FileBody extends InputStream implements StreamCache {

    private static final int BUFFER = 64 * 1024;

    private final TemporaryFile file;
    private final FileUse use;
    private long position;

    private FileBody(TemporaryFile file, FileUse use) {
        this.file = file;
        this.use = use;
    }

    /** The body of a message of this exchange. */
    public static FileBody of(TemporaryFile file, Exchange exchange) {
        FileUse use = new FileUse(file);
        use.by(exchange);
        return new FileBody(file, use);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, bytes.length);
        if (count == 0) {
            return 0;
        }
        if (position >= file.length()) {
            return -1;
        }
        int read = file.read(position, bytes, offset, count);
        position += read;
        return read;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, file.length() - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, file.length() - position);
    }

    /** The only mark is the beginning, to which {@link #reset} returns: enough for a client that may send it again. */
    @Override
    public boolean markSupported() {
        return position == 0;
    }

    @Override
    public void mark(int limit) {
        // Nothing to remember.
    }

    /** Lets the next reader begin at the start, even without stream caching; the file is not released. */
    @Override
    public void close() {
        position = 0;
    }

    @Override
    public void reset() {
        position = 0;
    }

    @Override
    public void writeTo(OutputStream output) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long at = 0; at < file.length(); ) {
            int count = file.read(at, buffer, 0, buffer.length);
            output.write(buffer, 0, count);
            at += count;
        }
    }

    @Override
    public StreamCache copy(Exchange exchange) {
        use.by(exchange);
        return new FileBody(file, use);
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public long length() {
        return file.length();
    }

    @Override
    public long position() {
        return position;
    }
}
