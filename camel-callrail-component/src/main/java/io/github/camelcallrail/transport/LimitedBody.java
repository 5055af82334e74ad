package io.github.camelcallrail.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** A response body, compressed or not, that is closed without reading a long rest, and may not be followed by more. */
final class LimitedBody extends FilterInputStream {

    /** Reading up to this many bytes is cheaper than opening another connection. */
    static final int WORTH_READING = 256 * 1024;

    private final Runnable closeConnection;
    private final UnaryOperator<IOException> explanation;
    private final BooleanSupplier surplus;
    private boolean ended;

    /**
     * @param explanation turns a read failure into a more specific one
     * @param surplus whether there are bytes after the end of the body
     */
    LimitedBody(
            InputStream body,
            Runnable closeConnection,
            UnaryOperator<IOException> explanation,
            BooleanSupplier surplus) {
        super(body);
        this.closeConnection = closeConnection;
        this.explanation = explanation;
        this.surplus = surplus;
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
            if (ended && surplus.getAsBoolean()) {
                closeConnection.run();
                throw new IOException("the response is longer than it says");
            }
            return count;
        } catch (TruncatedChunkException e) {
            throw explanation.apply(e);
        } catch (MalformedChunkCodingException e) {
            // Its message quotes the invalid length of a chunk, which may be a piece of the body.
            throw new IOException("the chunks of the response are malformed");
        } catch (IOException e) {
            throw explanation.apply(e);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, WORTH_READING)).length;
    }

    /** Reads a short rest, so that the connection can be reused; if the rest is long, closes the connection instead. */
    @Override
    public void close() throws IOException {
        byte[] rest = new byte[8 * 1024];
        int left = WORTH_READING;
        while (!ended && left > 0) {
            left -= Math.max(0, read(rest, 0, Math.min(rest.length, left)));
        }
        if (!ended) {
            // HttpClient would read to the end, which a hostile response does not have.
            closeConnection.run();
        }
        super.close();
    }
}
