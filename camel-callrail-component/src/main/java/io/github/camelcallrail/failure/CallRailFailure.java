package io.github.camelcallrail.failure;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How every package below the Camel surface reports that it cannot go on. The Camel surface turns it into the one
 * exception that users meet, so nothing outside this project needs to catch it.
 *
 * <p>The message names what was attempted, the option or report and the value, and what to do. It never holds the API
 * key, a query string, or a caller's name or number.
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

    /** A failure found before any answer arrived, or independent of one. */
    public static CallRailFailure of(FailureKind kind, String message) {
        return new CallRailFailure(kind, message, null, null, null);
    }

    /** A failure with the exception that caused it. */
    public static CallRailFailure of(FailureKind kind, String message, Throwable cause) {
        return new CallRailFailure(kind, message, null, null, cause);
    }

    /** A failure that CallRail's answer states or shows. */
    public static CallRailFailure of(FailureKind kind, String message, HttpAnswer answer) {
        return new CallRailFailure(kind, message, answer, null, null);
    }

    /** A request that was not sent, because it is not its turn before then. */
    public static CallRailFailure notBefore(Instant retryAt, FailureKind kind, String message) {
        return new CallRailFailure(kind, message, null, requireNonNull(retryAt, "retryAt is null"), null);
    }

    /** An option that is misspelt, missing, impossible or does not apply. */
    public static CallRailFailure configuration(String message) {
        return of(FailureKind.CONFIGURATION, message);
    }

    public FailureKind kind() {
        return kind;
    }

    /** HTTP status of the answer that failed; empty when none arrived. */
    public OptionalInt httpStatus() {
        return answer == null ? OptionalInt.empty() : OptionalInt.of(answer.status());
    }

    /** CallRail's own words, as far as its answer held any. */
    public Optional<String> errorText() {
        return answer == null ? Optional.empty() : Optional.ofNullable(answer.errorText());
    }

    /** Path of the request that failed, without its query; empty when no request was made. */
    public Optional<String> requestPath() {
        return answer == null ? Optional.empty() : Optional.of(answer.path());
    }

    /** The same failure, of which it is known when it is worth trying again. */
    public CallRailFailure retryingAt(Instant time) {
        CallRailFailure known =
                new CallRailFailure(kind, getMessage(), answer, requireNonNull(time, "time is null"), getCause());
        known.setStackTrace(getStackTrace());
        return known;
    }

    /** The same failure, of which more is known: a sentence behind its message. */
    public CallRailFailure explained(String sentence) {
        CallRailFailure known = new CallRailFailure(kind, getMessage() + " " + sentence, answer, retryAt, getCause());
        known.setStackTrace(getStackTrace());
        return known;
    }

    /** When it is worth trying again, if anything is known of that. */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }

    /**
     * The answer a failure speaks of.
     *
     * @param path the request's path, without query
     * @param status the HTTP status
     * @param errorText CallRail's own words, null when it gave none
     */
    public record HttpAnswer(String path, int status, String errorText) {
        public HttpAnswer {
            requireNonNull(path, "path is null");
        }
    }
}
