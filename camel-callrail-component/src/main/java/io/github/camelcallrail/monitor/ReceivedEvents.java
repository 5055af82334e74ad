package io.github.camelcallrail.monitor;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The events that an endpoint receives.
 *
 * @param counts what became of them since the start
 * @param status the present status; empty while no route receives them
 */
public record ReceivedEvents(EventCounts counts, Optional<EventsStatus> status) {

    public ReceivedEvents {
        requireNonNull(counts, "counts is null");
        requireNonNull(status, "status is null");
    }
}
