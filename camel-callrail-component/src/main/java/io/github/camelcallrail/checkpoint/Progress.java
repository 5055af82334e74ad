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
record Progress(Instant start, Instant began, Optional<Anchor> anchor, Instant kept) {

    Progress {
        requireNonNull(start, "start is null");
        requireNonNull(began, "began is null");
        requireNonNull(anchor, "anchor is null");
        requireNonNull(kept, "kept is null");
    }

    static Progress startingAt(Instant start, Instant now) {
        return new Progress(start, now, Optional.empty(), Instant.EPOCH);
    }

    Progress at(Optional<Anchor> reached) {
        return new Progress(start, began, reached, kept);
    }

    /** The same, walked on by a process that keeps fingerprints since then. */
    Progress keeping(Instant since) {
        return since.isAfter(kept) ? new Progress(start, began, anchor, since) : this;
    }

    /** Where to go on reading. */
    Instant from() {
        return anchor.map(Anchor::minute).orElse(start);
    }
}
