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
 * How far an incremental poll looks back behind what is confirmed, because CallRail has no way to ask what changed: a little at
 * every poll, and further now and then.
 *
 * @param tiers at least one, each deeper and rarer than the one before; the first is of every poll
 */
public record Lookback(List<LookbackTier> tiers) {

    /** What is taken when a user says nothing; most edits come within hours, and scores within weeks. */
    public static final String DEFAULT = "2h,2d@1h,7d@6h,35d@24h";

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(760);

    public Lookback {
        tiers = List.copyOf(tiers);
    }

    /**
     * What a user wrote: one span, looked back at every poll, or tiers such as {@value #DEFAULT}.
     *
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public static Lookback of(String text) {
        List<LookbackTier> tiers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            LookbackTier tier = tier(text, part.strip());
            if (tiers.isEmpty() != tier.every().isZero()) {
                throw refused(
                        text,
                        tiers.isEmpty()
                                ? "the first look-back is made at every poll, so it has no '@'"
                                : "'%s' lacks how often, as in '%s@6h'".formatted(part.strip(), part.strip()));
            }
            if (!tiers.isEmpty()) {
                requireDeeperAndRarer(text, tiers.get(tiers.size() - 1), tier);
            }
            tiers.add(tier);
        }
        return new Lookback(tiers);
    }

    /** The deepest look: what changes later than that is not noticed. */
    public Duration longest() {
        return tiers.get(tiers.size() - 1).depth();
    }

    /**
     * How deep to look now.
     *
     * @param done when each depth was last looked at; a time after now is not believed
     */
    Duration due(Map<Duration, Instant> done, Instant now) {
        Duration depth = tiers.get(0).depth();
        for (LookbackTier tier : tiers) {
            Instant last = done.get(tier.depth());
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
        Duration every = halves.length == 1 ? Duration.ZERO : span(text, halves[1], SHORTEST);
        return new LookbackTier(span(text, halves[0], SHORTEST), every);
    }

    private static Duration span(String text, String part, Duration shortest) {
        Duration span = DurationText.of(part)
                .orElseThrow(() -> refused(
                        text,
                        DurationWords.shortened(part)
                                .filter(shorter -> DurationText.of(shorter).isPresent())
                                .map(shorter -> "write '%s' for '%s'".formatted(shorter, part))
                                .orElse("'%s' is no span of time such as 2h, 35d or P35D".formatted(part))));
        if (span.compareTo(shortest) < 0 || span.compareTo(LONGEST) > 0) {
            throw refused(
                    text,
                    "'%s' is not between %s and %s"
                            .formatted(part, DurationText.text(shortest), DurationText.text(LONGEST)));
        }
        return span;
    }

    private static void requireDeeperAndRarer(String text, LookbackTier before, LookbackTier tier) {
        if (tier.depth().compareTo(before.depth()) <= 0 || tier.every().compareTo(before.every()) <= 0) {
            throw refused(text, "'%s' must look further back than '%s', and less often".formatted(tier, before));
        }
    }

    private static CallRailFailure refused(String text, String why) {
        return CallRailFailure.configuration(
                "Option 'lookback' cannot be '%s': %s. It takes one span, as 35d, or several, as %s."
                        .formatted(text, why, DEFAULT));
    }
}
