package io.github.camelcallrail.monitor;

import io.github.camelcallrail.failure.FailureKind;
import java.time.Instant;
import java.util.Optional;

/**
 * The result of the latest poll of a consumer.
 *
 * @param begun when it began
 * @param ended when it ended; empty while it runs
 * @param outcome how it ended
 * @param exchanges how many exchanges it sent
 * @param failures how many of them failed
 * @param kind why it failed or was postponed; empty if neither, or if the failure is not of this component
 */
public record LastPoll(
        Instant begun,
        Optional<Instant> ended,
        Outcome outcome,
        int exchanges,
        int failures,
        Optional<FailureKind> kind) {

    public enum Outcome {
        RUNNING,
        /** It read everything, or as much as one poll may. */
        DONE,
        /** It stopped early, and a later poll continues. */
        POSTPONED,
        FAILED
    }

    static LastPoll begun(Instant now) {
        return new LastPoll(now, Optional.empty(), Outcome.RUNNING, 0, 0, Optional.empty());
    }

    LastPoll ended(Instant now, Outcome how, int sent, int failed, Optional<FailureKind> reason) {
        return new LastPoll(begun, Optional.of(now), how, sent, failed, reason);
    }
}
