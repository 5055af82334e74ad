package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * One tier of the look-back: how far back to look, and how often.
 *
 * @param depth how far to look back from what is confirmed
 * @param every the interval between two looks; zero to look at every poll
 */
public record LookbackTier(Duration depth, Duration every) {

    public LookbackTier {
        requireNonNull(depth, "depth is null");
        requireNonNull(every, "every is null");
        if (depth.isNegative() || depth.isZero() || every.isNegative()) {
            throw new IllegalArgumentException(depth + " back every " + every);
        }
    }

    @Override
    public String toString() {
        return every.isZero() ? DurationText.text(depth) : DurationText.text(depth) + "@" + DurationText.text(every);
    }
}
