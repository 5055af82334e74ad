package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.time.DurationWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far an incremental poll looks back from what is confirmed, because CallRail cannot list changed records: a little
 * at every poll, and further from time to time.
 *
 * @param tiers at least one; each looks further back, and less often, than the one before; the first applies to every
 *     poll
 */
public record Lookback(List<LookbackTier> tiers) {

    /** The default; most edits come within hours, and scores within weeks. */
    public static final String DEFAULT = "2h,2d@1h,7d@6h,35d@1d";

    private static final Duration MIN = Duration.ofMinutes(1);
    private static final Duration MAX = Duration.ofDays(760);

    public Lookback {
        tiers = List.copyOf(tiers);
    }

    /**
     * Parses the option: one duration to look back at every poll, or tiers such as {@value #DEFAULT}.
     *
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public static Lookback of(String text) {
        List<LookbackTier> tiers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            LookbackTier tier = tier(text, part.strip());
            if (tiers.isEmpty() != tier.every().isZero()) {
                throw rejected(
                        text,
                        tiers.isEmpty()
                                ? "the first look-back applies to every poll, so it has no '@'"
                                : "'%s' needs an interval, as in '%s@6h'".formatted(part.strip(), part.strip()));
            }
            if (!tiers.isEmpty()) {
                requireDeeperAndRarer(text, tiers.get(tiers.size() - 1), tier);
            }
            tiers.add(tier);
        }
        return new Lookback(tiers);
    }

    /** The longest look-back: later changes of a record are not noticed. */
    public Duration longest() {
        return tiers.get(tiers.size() - 1).depth();
    }

    /**
     * How far to look back now.
     *
     * @param lastLooked when each depth was last looked at; a time in the future counts as never
     */
    Duration due(Map<Duration, Instant> lastLooked, Instant now) {
        Duration depth = tiers.get(0).depth();
        for (LookbackTier tier : tiers) {
            Instant last = lastLooked.get(tier.depth());
            if (last == null || last.isAfter(now) || !last.plus(tier.every()).isAfter(now)) {
                depth = tier.depth();
            }
        }
        return depth;
    }

    @Override
    public String toString() {
        return tiers.stream().map(LookbackTier::toString).collect(Collectors.joining(","));
    }

    private static LookbackTier tier(String text, String part) {
        String[] halves = part.split("@", 2);
        Duration every = halves.length == 1 ? Duration.ZERO : duration(text, halves[1], MIN);
        return new LookbackTier(duration(text, halves[0], MIN), every);
    }

    private static Duration duration(String text, String part, Duration min) {
        Duration duration = DurationText.of(part)
                .orElseThrow(() -> rejected(
                        text,
                        DurationWords.shortened(part)
                                .filter(shorter -> DurationText.of(shorter).isPresent())
                                .map(shorter -> "write '%s' for '%s'".formatted(shorter, part))
                                .orElse("'%s' is not a duration such as 2h, 35d or P35D".formatted(part))));
        if (duration.compareTo(min) < 0 || duration.compareTo(MAX) > 0) {
            throw rejected(
                    text,
                    "'%s' is not between %s and %s".formatted(part, DurationText.text(min), DurationText.text(MAX)));
        }
        return duration;
    }

    private static void requireDeeperAndRarer(String text, LookbackTier before, LookbackTier tier) {
        if (tier.depth().compareTo(before.depth()) <= 0 || tier.every().compareTo(before.every()) <= 0) {
            throw rejected(text, "'%s' must look further back than '%s', and less often".formatted(tier, before));
        }
    }

    private static CallRailFailure rejected(String text, String why) {
        return CallRailFailure.configuration(
                "Option 'lookback' cannot be '%s': %s. Set one duration, such as 35d, or several, such as %s."
                        .formatted(text, why, DEFAULT));
    }
}
