package io.github.camelcallrail.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that does not log what it transfers, and limits the memory and time of a response. HttpClient's default
 * connection logs every header, including the API key, if the root logger is set to DEBUG, and reads heads of any size.
 */
final class UnloggedConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {

    /** The heads of CallRail's responses have about thirty lines; the longest has about a thousand characters. */
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .setMaxEmptyLineCount(10)
            .build();

    private final Duration totalTimeout;
    private final boolean exact;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Timeout timeoutInUse = Timeout.ZERO_MILLISECONDS;
    private volatile Deadline deadline;

    /**
     * @param totalTimeout the maximum time from sending a request to the last byte of its response
     * @param exact whether a response fails if more comes than it promises; otherwise the rest is ignored
     */
    UnloggedConnection(Duration totalTimeout, boolean exact) {
        super(LIMITS, null, null, null, null, null, new DefaultHttpResponseParserFactory(LIMITS));
        this.totalTimeout = totalTimeout;
        this.exact = exact;
    }

    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        endDeadline();
        deadline = new Deadline("the response", totalTimeout, () -> close(CloseMode.IMMEDIATE));
        super.sendRequestHeader(request);
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        try {
            return requireEncodedOnce(super.receiveResponseHeader());
        } catch (IOException e) {
            throw deadline.explained(e);
        }
    }

    /** HttpClient decodes as many codings as the head names, by nested calls: a thousand overflow the stack. */
    private static ClassicHttpResponse requireEncodedOnce(ClassicHttpResponse response) throws IOException {
        Header encoding = response.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null
                && encoding.getValue() != null
                && encoding.getValue().contains(",")) {
            throw new IOException("the response is compressed more than once");
        }
        return response;
    }

    @Override
    protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream socket) {
        return new LimitedBody(
                super.createContentInputStream(length, buffer, socket),
                () -> close(CloseMode.IMMEDIATE),
                deadline::explained,
                () -> exact && hasMore(buffer, socket));
    }

    /** Whether bytes came after a body. One request is sent after the other, so nothing else can be there yet. */
    private static boolean hasMore(SessionInputBuffer buffer, InputStream socket) {
        try {
            return buffer.length() > 0 || socket.available() > 0;
        } catch (IOException e) {
            // A connection that is closed has no more.
            return false;
        }
    }

    @Override
    public void bind(Socket socket) throws IOException {
        // A call may be cancelled before its socket exists; without this check the socket would outlive the pool.
        if (closed.get()) {
            socket.close();
            throw new InterruptedIOException("Connection already closed");
        }
        super.bind(socket);
        timeoutInUse = Timeout.ofMilliseconds(socket.getSoTimeout());
    }

    @Override
    public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
        super.bind(sslSocket, socket);
        timeoutInUse = Timeout.ofMilliseconds(sslSocket.getSoTimeout());
    }

    @Override
    public Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        super.setSocketTimeout(timeout);
        timeoutInUse = timeout;
    }

    @Override
    public void passivate() {
        endDeadline();
        super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
    }

    @Override
    public void activate() {
        super.setSocketTimeout(timeoutInUse);
    }

    private void endDeadline() {
        Deadline last = deadline;
        if (last != null) {
            last.close();
        }
    }

    @Override
    public void close() throws IOException {
        endDeadline();
        if (closed.compareAndSet(false, true)) {
            super.close();
        }
    }

    @Override
    public void close(CloseMode mode) {
        endDeadline();
        if (closed.compareAndSet(false, true)) {
            super.close(mode);
        }
    }
}
