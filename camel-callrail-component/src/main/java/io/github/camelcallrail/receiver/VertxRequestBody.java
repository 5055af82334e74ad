package io.github.camelcallrail.receiver;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads the body of a request of Vert.x that is still paused: so the bytes of a form are known too, which Vert.x
 * otherwise decodes, and a large body is not read. Loaded only if Vert.x is on the class path.
 */
final class VertxRequestBody {

    /** CallRail sends events in a fraction of a second. */
    private static final long LONGEST_SECONDS = 10;

    private VertxRequestBody() {}

    static boolean is(Object body) {
        return body instanceof HttpServerRequest;
    }

    /**
     * Reads the body. The calling thread is not one of the event loop.
     *
     * @param maxSize of a larger body one byte more is returned
     * @throws IOException if it does not arrive completely, or not within 10 seconds
     */
    static byte[] read(Object body, int maxSize) throws IOException {
        HttpServerRequest request = (HttpServerRequest) body;
        if (request.isEnded()) {
            throw new IOException("something else has read the body");
        }
        CompletableFuture<byte[]> whole = new CompletableFuture<>();
        Buffer received = Buffer.buffer();
        request.exceptionHandler(whole::completeExceptionally);
        request.endHandler(end -> whole.complete(received.getBytes()));
        request.handler(part -> {
            // What comes after that is read and dropped, so that the sender reads the response.
            if (received.length() <= maxSize) {
                received.appendBuffer(part);
            }
            if (received.length() > maxSize && !whole.isDone()) {
                request.response().putHeader("Connection", "close");
                whole.complete(received.getBytes(0, maxSize + 1));
            }
        });
        request.resume();
        try {
            return whole.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the body did not arrive completely", e.getCause());
        } catch (TimeoutException e) {
            request.response().putHeader("Connection", "close");
            throw new IOException("the body did not arrive in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the body arrives");
        }
    }
}
