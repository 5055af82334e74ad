package io.github.camelcallrail.monitor;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far the reading of a report is: of one poll, or of one message of a producer. Immutable.
 *
 * @param report name of the report, such as {@code calls}
 * @param accountId empty text for the list of accounts
 * @param begun when it began to be read
 * @param at when it was as far as this
 * @param done how many records were taken from CallRail; an incremental consumer also takes those that it has sent before
 * @param total how many there are to read, as far as CallRail has said so by then; in a list that grows, more each time
 * @param ended whether all is read
 */
public record CallRailProgress(
        String report, String accountId, Instant begun, Instant at, long done, OptionalLong total, boolean ended) {

    public CallRailProgress {
        requireNonNull(report, "report is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(total, "total is null");
        if (at.isBefore(begun)) {
            // A clock that was put back.
            at = begun;
        }
    }

    /** Records a second since it began; 0 in its first instant. */
    public double rate() {
        long millis = Duration.between(begun, at).toMillis();
        return millis == 0 ? 0 : done * 1_000.0 / millis;
    }

    /** How long the rest takes when it goes on like this; empty while that cannot be said, zero at the end. */
    public Optional<Duration> timeLeft() {
        if (ended) {
            return Optional.of(Duration.ZERO);
        }
        if (total.isEmpty() || rate() == 0) {
            return Optional.empty();
        }
        long rest = Math.max(0, total.getAsLong() - done);
        return Optional.of(Duration.ofMillis(Math.round(rest * 1_000 / rate())));
    }
}
