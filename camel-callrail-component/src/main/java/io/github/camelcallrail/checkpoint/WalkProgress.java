package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A walk that is not at its end.
 *
 * @param start where it started
 * @param began when
 * @param anchor how far it got; empty at its start, and for lists that are not sorted by time
 * @param kept records older than that were sent without a fingerprint, at least by one of the processes that walked it
 */
record WalkProgress(Instant start, Instant began, Optional<TimeAnchor> anchor, Instant kept) {

    WalkProgress {
        requireNonNull(start, "start is null");
        requireNonNull(began, "began is null");
        requireNonNull(anchor, "anchor is null");
        requireNonNull(kept, "kept is null");
    }

    static WalkProgress startingAt(Instant start, Instant now) {
        return new WalkProgress(start, now, Optional.empty(), Instant.EPOCH);
    }

    WalkProgress at(Optional<TimeAnchor> reached) {
        return new WalkProgress(start, began, reached, kept);
    }

    /** The same, walked on by a process that keeps fingerprints since then. */
    WalkProgress keeping(Instant since) {
        return since.isAfter(kept) ? new WalkProgress(start, began, anchor, since) : this;
    }

    /** Where to go on reading. */
    Instant from() {
        return anchor.map(TimeAnchor::minute).orElse(start);
    }
}
