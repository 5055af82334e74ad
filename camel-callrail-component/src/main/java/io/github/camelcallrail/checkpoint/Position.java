package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far an incremental consumer has got.
 *
 * @param origin where its first walk started: nothing earlier is ever read
 * @param watermark the time up to which everything has been read once; empty during the first walk
 * @param newest the latest time of any record seen; unlike the watermark it does not depend on this machine's clock
 * @param lastLooked when each depth of the look-back was last looked at
 * @param progress the unfinished walk, if there is one
 */
record Position(
        Instant origin,
        Optional<Instant> watermark,
        Optional<Instant> newest,
        Map<Duration, Instant> lastLooked,
        Optional<WalkProgress> progress) {

    Position {
        requireNonNull(origin, "origin is null");
        lastLooked = Map.copyOf(lastLooked);
    }

    static Position startingAt(Instant origin, Instant now) {
        Optional<WalkProgress> first = Optional.of(WalkProgress.startingAt(origin, now));
        return new Position(origin, Optional.empty(), Optional.empty(), Map.of(), first);
    }

    /** Returns a position with a walk under way: the unfinished one, or a new one that looks back as far as is due. */
    Position begin(Lookback lookback, Instant now) {
        Position corrected = withoutFuture(now);
        if (corrected.progress.isPresent()) {
            return corrected;
        }
        Instant start = corrected
                .watermark
                .map(read -> read.minus(lookback.due(lastLooked, now)))
                .filter(origin::isBefore)
                .orElse(origin);
        return corrected.with(corrected.watermark, Optional.of(WalkProgress.startingAt(start, now)));
    }

    /**
     * A watermark in the future was set by a wrong clock and is discarded. The newest record really existed, so
     * everything before it was read; the same is true of an anchor.
     */
    private Position withoutFuture(Instant now) {
        if (!clockWentBack(now)) {
            return this;
        }
        Instant known = newest.filter(now::isAfter).orElse(now);
        return with(
                watermark.map(read -> read.isAfter(known) ? known : read),
                progress.filter(
                        walk -> walk.anchor().isPresent() || !walk.start().isAfter(now)));
    }

    /** Whether it is now earlier than when the state was written, according to the clock. */
    boolean clockWentBack(Instant now) {
        return watermark.filter(now::isBefore).isPresent()
                || progress.filter(walk -> now.isBefore(walk.from())).isPresent();
    }

    Position keeping(Instant since) {
        return with(watermark, progress.map(walk -> walk.keeping(since)));
    }

    Position reached(Optional<TimeAnchor> anchor) {
        return with(watermark, progress.map(walk -> walk.at(anchor)));
    }

    Position seen(Instant time) {
        return newest.filter(latest -> !latest.isBefore(time)).isPresent()
                ? this
                : new Position(origin, watermark, Optional.of(time), lastLooked, progress);
    }

    /** Ends the walk: everything up to its end was read, and every depth that it reached was looked at. */
    Position end(Lookback lookback, Instant end) {
        WalkProgress walk = progress.orElseThrow();
        Map<Duration, Instant> times = new LinkedHashMap<>();
        for (LookbackTier tier : lookback.tiers()) {
            boolean reached = watermark
                    .map(read -> !walk.start().isAfter(read.minus(tier.depth())))
                    .orElse(true);
            Instant last = reached || !origin.isBefore(walk.start()) ? walk.began() : lastLooked.get(tier.depth());
            if (last != null) {
                times.put(tier.depth(), last);
            }
        }
        Instant read = watermark.filter(end::isBefore).orElse(end);
        return new Position(origin, Optional.of(read), newest, times, Optional.empty());
    }

    private Position with(Optional<Instant> newWatermark, Optional<WalkProgress> newProgress) {
        return new Position(origin, newWatermark, newest, lastLooked, newProgress);
    }
}
