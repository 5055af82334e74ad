package io.github.camelcallrail.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** A body as it comes over the wire, compressed or not, that is closed without reading what nobody wants. */
final class LimitedBody extends FilterInputStream {

    /** What is cheaper to read than another connection is to open. */
    static final int WORTH_READING = 256 * 1024;

    private final Runnable dropConnection;
    private final UnaryOperator<IOException> explanation;
    private boolean ended;

    /** @param explanation turns a failure of reading into one that says more */
    LimitedBody(InputStream body, Runnable dropConnection, UnaryOperator<IOException> explanation) {
        super(body);
        this.dropConnection = dropConnection;
        this.explanation = explanation;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int count = super.read(bytes, offset, length);
            ended |= count < 0;
            return count;
        } catch (TruncatedChunkException e) {
            throw explanation.apply(e);
        } catch (MalformedChunkCodingException e) {
            // It quotes what stands where the length of a chunk should be, which may be a piece of the body.
            throw new IOException("the chunks of the answer do not go together");
        } catch (IOException e) {
            throw explanation.apply(e);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, WORTH_READING)).length;
    }

    /** Reads a short rest, so that the connection can be used again; before a long one it drops the connection. */
    @Override
    public void close() throws IOException {
        byte[] rest = new byte[8 * 1024];
        int left = WORTH_READING;
        while (!ended && left > 0) {
            left -= Math.max(0, read(rest, 0, Math.min(rest.length, left)));
        }
        if (!ended) {
            // HttpClient would read on to the end, which a hostile answer does not have.
            dropConnection.run();
        }
        super.close();
    }
}
