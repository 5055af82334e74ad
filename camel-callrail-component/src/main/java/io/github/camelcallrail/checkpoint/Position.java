package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far an incremental consumer is.
 *
 * @param origin where its first walk started: nothing before that is ever read
 * @param watermark everything up to then was read to the end once; empty during the first walk
 * @param newest the latest time of a record that was seen: unlike the watermark it does not depend on our clock
 * @param looked when each depth of the look-back was last looked at
 * @param progress the walk that is not at its end
 */
record Position(
        Instant origin,
        Optional<Instant> watermark,
        Optional<Instant> newest,
        Map<Duration, Instant> looked,
        Optional<WalkProgress> progress) {

    Position {
        requireNonNull(origin, "origin is null");
        looked = Map.copyOf(looked);
    }

    static Position startingAt(Instant origin, Instant now) {
        Optional<WalkProgress> first = Optional.of(WalkProgress.startingAt(origin, now));
        return new Position(origin, Optional.empty(), Optional.empty(), Map.of(), first);
    }

    /** With a walk under way: the one that was not at its end, or another that looks back as deep as is due. */
    Position begin(Lookback lookback, Instant now) {
        Position believed = believing(now);
        if (believed.progress.isPresent()) {
            return believed;
        }
        Instant start = believed.watermark
                .map(read -> read.minus(lookback.due(looked, now)))
                .filter(origin::isBefore)
                .orElse(origin);
        return believed.with(believed.watermark, Optional.of(WalkProgress.startingAt(start, now)));
    }

    /**
     * A watermark after now was set by a clock that was wrong, and says nothing. The newest record was there in truth, so all
     * before it was read; and so was what an anchor is made of.
     */
    private Position believing(Instant now) {
        if (!clockWentBack(now)) {
            return this;
        }
        Instant known = newest.filter(now::isAfter).orElse(now);
        return with(
                watermark.map(read -> read.isAfter(known) ? known : read),
                progress.filter(
                        walk -> walk.anchor().isPresent() || !walk.start().isAfter(now)));
    }

    /** Whether the clock says that it is earlier than when the state was written. */
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

    Position saw(Instant time) {
        return newest.filter(latest -> !latest.isBefore(time)).isPresent()
                ? this
                : new Position(origin, watermark, Optional.of(time), looked, progress);
    }

    /** The walk is at its end: everything up to then was read, and every depth that it reached was looked at. */
    Position end(Lookback lookback, Instant end) {
        WalkProgress walk = progress.orElseThrow();
        Map<Duration, Instant> times = new LinkedHashMap<>();
        for (LookbackTier tier : lookback.tiers()) {
            boolean reached = watermark
                    .map(read -> !walk.start().isAfter(read.minus(tier.depth())))
                    .orElse(true);
            Instant last = reached || !origin.isBefore(walk.start()) ? walk.began() : looked.get(tier.depth());
            if (last != null) {
                times.put(tier.depth(), last);
            }
        }
        Instant read = watermark.filter(end::isBefore).orElse(end);
        return new Position(origin, Optional.of(read), newest, times, Optional.empty());
    }

    private Position with(Optional<Instant> newWatermark, Optional<WalkProgress> newProgress) {
        return new Position(origin, newWatermark, newest, looked, newProgress);
    }
}
