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
 */
record Progress(Instant start, Instant began, Optional<Anchor> anchor) {

    Progress {
        requireNonNull(start, "start is null");
        requireNonNull(began, "began is null");
        requireNonNull(anchor, "anchor is null");
    }

    Progress at(Optional<Anchor> reached) {
        return new Progress(start, began, reached);
    }

    /** Where to go on reading. */
    Instant from() {
        return anchor.map(Anchor::minute).orElse(start);
    }
}
