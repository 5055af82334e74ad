package io.github.camelcallrail.monitor;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Progress of reading a report, for one poll or for one message of a producer. Immutable.
 *
 * @param report name of the report, such as {@code calls}
 * @param accountId empty text for the list of accounts
 * @param begun when the reading began
 * @param at the time of this progress
 * @param done number of records read from CallRail; an incremental consumer also reads records that it has sent before
 * @param total number of records to read, as reported by CallRail so far; it grows with a growing list; empty if not
 *     reported
 * @param ended whether all records were read
 */
public record CallRailProgress(
        String report, String accountId, Instant begun, Instant at, long done, OptionalLong total, boolean ended) {

    public CallRailProgress {
        requireNonNull(report, "report is null");
        requireNonNull(accountId, "accountId is null");
        requireNonNull(total, "total is null");
        if (at.isBefore(begun)) {
            // The clock was set back.
            at = begun;
        }
    }

    /** Records per second since the start; 0 at the start. */
    public double rate() {
        long millis = Duration.between(begun, at).toMillis();
        return millis == 0 ? 0 : done * 1_000.0 / millis;
    }

    /** How long the rest takes at the current rate; empty if not known, zero at the end. */
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
