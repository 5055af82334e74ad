package io.github.camelcallrail.monitor;

import io.github.camelcallrail.failure.FailureKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of the latest poll of a consumer.
 *
 * @param ended empty while it runs
 * @param exchanges how many it handed out
 * @param failures how many of them failed
 * @param kind what stopped it, if something of CallRail or of us did
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
        /** It read all that there was, or as much as one poll may. */
        DONE,
        /** It ended before that, and a later one goes on. */
        POSTPONED,
        FAILED
    }

    static LastPoll begun(Instant now) {
        return new LastPoll(now, Optional.empty(), Outcome.RUNNING, 0, 0, Optional.empty());
    }

    LastPoll ended(Instant now, Outcome how, int handedOut, int failed, Optional<FailureKind> why) {
        return new LastPoll(begun, Optional.of(now), how, handedOut, failed, why);
    }
}
