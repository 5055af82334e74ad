package io.github.camelcallrail.monitor;

import java.time.Instant;
import java.util.Optional;

/** A scheduler that knows when it polls next. */
public interface PlanningScheduler {

    /** When the next poll is due; empty while one is running, and when none follows. */
    Optional<Instant> nextPoll();
}
