package io.github.camelcallrail;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * The exception for all failures of a {@code callrail:} endpoint: on an exchange, in a poll, or when the endpoint is
 * created. {@link #getKind()} classifies the failure and tells whether a retry may help; the message explains it and
 * names the option or report. Neither the message nor any property contains the API key.
 */
public class CallRailException extends RuntimeCamelException implements HttpResponseAware {

    private static final int SHORTEST_KEY = 8;

    private final FailureKind kind;
    private final String errorText;
    private final String requestPath;
    private final Instant retryAt;
    private int httpResponseCode;
    private String httpResponseStatus;

    private CallRailException(CallRailFailure failure, String message, String errorText) {
        super(message, failure.getCause());
        this.kind = failure.kind();
        this.errorText = errorText;
        this.requestPath = failure.requestPath().orElse(null);
        this.retryAt = failure.retryAt().orElse(null);
        this.httpResponseCode = failure.httpStatus().orElse(0);
        setStackTrace(failure.getStackTrace());
    }

    /** The exception for a failure, with the secret masked wherever a response or a library repeats it. */
    static CallRailException of(CallRailFailure failure, String secret) {
        return new CallRailException(
                failure,
                masked(failure.getMessage(), secret),
                failure.errorText().map(text -> masked(text, secret)).orElse(null));
    }

    private static String masked(String text, String secret) {
        // The key as it is sent: the option may have a newline around it.
        String sent = secret == null ? "" : secret.strip();
        // A shorter text is not a CallRail key, and may be a word of the message.
        return sent.length() < SHORTEST_KEY ? text : text.replace(sent, "xxxxxx");
    }

    /** The kind of the failure. */
    public FailureKind getKind() {
        return kind;
    }

    /** Whether the same request, unchanged, may succeed later. */
    public boolean isRetryable() {
        return kind.retryable();
    }

    /** The error text of CallRail's response; empty if there is none or no request was sent. */
    public Optional<String> getErrorText() {
        return Optional.ofNullable(errorText);
    }

    /** Path of the failed request, without its query; empty if no request was sent. */
    public Optional<String> getRequestPath() {
        return Optional.ofNullable(requestPath);
    }

    /** When a retry may succeed: when the budget allows it, or when CallRail says so; empty if not known. */
    public Optional<Instant> getRetryAt() {
        return Optional.ofNullable(retryAt);
    }

    /** HTTP status of CallRail's response; 0 if none arrived. */
    @Override
    public int getHttpResponseCode() {
        return httpResponseCode;
    }

    @Override
    public void setHttpResponseCode(int httpResponseCode) {
        this.httpResponseCode = httpResponseCode;
    }

    @Override
    public String getHttpResponseStatus() {
        return httpResponseStatus;
    }

    @Override
    public void setHttpResponseStatus(String httpResponseStatus) {
        this.httpResponseStatus = httpResponseStatus;
    }
}
