package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * An unfinished walk.
 *
 * @param start where it started
 * @param began when it started
 * @param anchor how far it has got; empty at its start, and for lists that are not sorted by time
 * @param keptSince records older than this were sent without a fingerprint by at least one of the processes that took
 *     part
 *     in the walk
 */
record WalkProgress(Instant start, Instant began, Optional<TimeAnchor> anchor, Instant keptSince) {

    WalkProgress {
        requireNonNull(start, "start is null");
        requireNonNull(began, "began is null");
        requireNonNull(anchor, "anchor is null");
        requireNonNull(keptSince, "keptSince is null");
    }

    static WalkProgress startingAt(Instant start, Instant now) {
        return new WalkProgress(start, now, Optional.empty(), Instant.EPOCH);
    }

    WalkProgress at(Optional<TimeAnchor> reached) {
        return new WalkProgress(start, began, reached, keptSince);
    }

    /** The walk, continued by a process that keeps fingerprints of records since then. */
    WalkProgress keeping(Instant since) {
        return since.isAfter(keptSince) ? new WalkProgress(start, began, anchor, since) : this;
    }

    /** Where to resume reading. */
    Instant from() {
        return anchor.map(TimeAnchor::minute).orElse(start);
    }
}
