package io.github.camelcallrail.monitor;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.FailureKind;
import java.time.Instant;
import java.util.Optional;

/**
 * The latest poll that did not reach its end. It is kept when later polls succeed.
 *
 * @param at when that poll ended
 * @param kind empty if neither CallRail nor this component failed
 * @param message what was attempted, and what to do; contains no key and nothing from a record
 * @param retryAt when another attempt is worthwhile, if that is known
 */
public record LastFailure(Instant at, Optional<FailureKind> kind, String message, Optional<Instant> retryAt) {

    public LastFailure {
        requireNonNull(at, "at is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(message, "message is null");
        requireNonNull(retryAt, "retryAt is null");
    }
}
