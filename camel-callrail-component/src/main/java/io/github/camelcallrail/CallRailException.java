package io.github.camelcallrail;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * Whatever goes wrong with a {@code callrail:} endpoint, on the exchange, from a poll, or when the endpoint is created. {@link
 * #getKind()} says what to do about it and whether trying again may help; the message says it in words, with the option or
 * report concerned. Neither the message nor anything else here holds the API key.
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

    /** The exception for a failure, with the secret masked wherever an answer or a library echoed it. */
    static CallRailException of(CallRailFailure failure, String secret) {
        return new CallRailException(
                failure,
                masked(failure.getMessage(), secret),
                failure.errorText().map(text -> masked(text, secret)).orElse(null));
    }

    private static String masked(String text, String secret) {
        // As it is sent: an option may have a newline around it.
        String sent = secret == null ? "" : secret.strip();
        // A shorter text is no key of CallRail's, and may be a word of the message.
        return sent.length() < SHORTEST_KEY ? text : text.replace(sent, "xxxxxx");
    }

    /** What went wrong. */
    public FailureKind getKind() {
        return kind;
    }

    /** Whether the same request, unchanged, may succeed later. */
    public boolean isRetryable() {
        return kind.retryable();
    }

    /** CallRail's own words; empty when it gave none or was not asked. */
    public Optional<String> getErrorText() {
        return Optional.ofNullable(errorText);
    }

    /** Path of the request that failed, without its query; empty when none was made. */
    public Optional<String> getRequestPath() {
        return Optional.ofNullable(requestPath);
    }

    /** When it is worth trying again, if anything is known of that: the budget returns, or CallRail said so. */
    public Optional<Instant> getRetryAt() {
        return Optional.ofNullable(retryAt);
    }

    /** HTTP status of CallRail's answer; 0 when none arrived. */
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
