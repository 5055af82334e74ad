package io.github.camelcallrail.failure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The failure that all packages below the root package throw. The root package converts it to {@code
 * CallRailException}, the one exception that users see, so no code outside this project needs to catch it.
 *
 * <p>The message names what was attempted, the option or report and the value, and what to do. It never contains the
 * API key, a query string, or a caller's name or number.
 */
public final class CallRailFailure extends RuntimeException {

    private final FailureKind kind;
    private final HttpAnswer answer;
    private final Instant retryAt;

    private CallRailFailure(FailureKind kind, String message, HttpAnswer answer, Instant retryAt, Throwable cause) {
        super(message, cause);
        this.kind = requireNonNull(kind, "kind is null");
        this.answer = answer;
        this.retryAt = retryAt;
    }

    /** A failure before or independent of any response. */
    public static CallRailFailure of(FailureKind kind, String message) {
        return new CallRailFailure(kind, message, null, null, null);
    }

    /** A failure with the exception that caused it. */
    public static CallRailFailure of(FailureKind kind, String message, Throwable cause) {
        return new CallRailFailure(kind, message, null, null, cause);
    }

    /** A failure that follows from CallRail's response. */
    public static CallRailFailure of(FailureKind kind, String message, HttpAnswer answer) {
        return new CallRailFailure(kind, message, answer, null, null);
    }

    /** A request that was not sent because it must wait until a time. */
    public static CallRailFailure notBefore(Instant retryAt, FailureKind kind, String message) {
        return new CallRailFailure(kind, message, null, requireNonNull(retryAt, "retryAt is null"), null);
    }

    /** An option that is misspelt, missing, invalid or not applicable. */
    public static CallRailFailure configuration(String message) {
        return of(FailureKind.CONFIGURATION, message);
    }

    public FailureKind kind() {
        return kind;
    }

    /** The HTTP status of the response; empty if none arrived. */
    public OptionalInt httpStatus() {
        return answer == null ? OptionalInt.empty() : OptionalInt.of(answer.status());
    }

    /** The error text in CallRail's response, if there was any. */
    public Optional<String> errorText() {
        return answer == null ? Optional.empty() : Optional.ofNullable(answer.errorText());
    }

    /** The path of the failed request, without its query; empty if no request was sent. */
    public Optional<String> requestPath() {
        return answer == null ? Optional.empty() : Optional.of(answer.path());
    }

    /** This failure with a further sentence in its message. */
    public CallRailFailure explained(String sentence) {
        CallRailFailure known = new CallRailFailure(
                kind, getMessage() + " " + requireNonNull(sentence, "sentence is null"), answer, retryAt, getCause());
        known.setStackTrace(getStackTrace());
        return known;
    }

    /** This failure with the time from which a retry is worthwhile. */
    public CallRailFailure retryingAt(Instant time) {
        CallRailFailure known =
                new CallRailFailure(kind, getMessage(), answer, requireNonNull(time, "time is null"), getCause());
        known.setStackTrace(getStackTrace());
        return known;
    }

    /** This failure with a kind and message that say more than CallRail's response; the response is kept. */
    public CallRailFailure explained(FailureKind knownKind, String message) {
        return new CallRailFailure(knownKind, message, answer, retryAt, this);
    }

    /** The time from which a retry is worthwhile, if known. */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }

    /**
     * The response that a failure is about.
     *
     * @param path the path of the request, without its query
     * @param status the HTTP status
     * @param errorText the error text in the response, null if there was none
     */
    public record HttpAnswer(String path, int status, String errorText) {
        public HttpAnswer {
            requireNonNull(path, "path is null");
        }
    }
}
