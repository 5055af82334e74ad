package io.github.camelcallrail.receiver;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.webhook.Rejection;
import io.github.camelcallrail.webhook.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads requests from the messages of REST consumers, no more of a body than allowed. Thread-safe. */
final class RequestReader {

    private static final String SIGNATURE = "Signature";

    private final int maxSize;
    private final boolean vertx;

    /** @param maxSize the maximum number of bytes of a body */
    RequestReader(CamelContext context, int maxSize) {
        requireNonNull(context, "context is null");
        this.maxSize = maxSize;
        this.vertx = context.getClassResolver().resolveClass("io.vertx.core.http.HttpServerRequest") != null;
    }

    /** A request, or why it cannot be read. */
    record Result(Optional<WebhookRequest> request, Optional<Rejection> rejection) {

        static Result rejected(Rejection reason) {
            return new Result(Optional.empty(), Optional.of(reason));
        }
    }

    Result read(Message message) {
        try {
            byte[] body = body(message);
            return body.length > maxSize
                    ? Result.rejected(Rejection.TOO_LARGE)
                    : new Result(Optional.of(request(message, body)), Optional.empty());
        } catch (IOException e) {
            // The exception may quote the body.
            return Result.rejected(Rejection.INCOMPLETE);
        }
    }

    private byte[] body(Message message) throws IOException {
        Object body = message.getBody();
        if (vertx && VertxRequestBody.is(body)) {
            return VertxRequestBody.read(body, maxSize);
        }
        try (InputStream stream = message.getBody(InputStream.class)) {
            // One more, to know whether it is too large.
            return stream == null ? new byte[0] : stream.readNBytes(maxSize + 1);
        }
    }

    private static WebhookRequest request(Message message, byte[] body) {
        return new WebhookRequest(
                body,
                header(message, Exchange.CONTENT_TYPE),
                header(message, Exchange.CONTENT_ENCODING),
                header(message, SIGNATURE),
                header(message, Exchange.HTTP_RAW_QUERY).or(() -> header(message, Exchange.HTTP_QUERY)));
    }

    private static Optional<String> header(Message message, String name) {
        return Optional.ofNullable(message.getHeader(name, String.class));
    }
}
