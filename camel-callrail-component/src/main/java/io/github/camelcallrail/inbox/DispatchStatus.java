package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What an {@link EventDispatcher} is about, for monitoring.
 *
 * @param pending the number of events in the inbox, those in work included
 * @param retrying the number of groups whose first event failed here and waits to be handed out again
 * @param oldest the time at which the oldest pending event was added
 * @param leaseHeld whether this process is the one that hands out events
 * @param processed the number of events processed here since the start
 * @param failures the number of failed attempts here since the start
 * @param damaged the number of damaged events moved aside here
 */
public record DispatchStatus(
        int pending,
        int retrying,
        Optional<Instant> oldest,
        boolean leaseHeld,
        long processed,
        long failures,
        long damaged) {

    public DispatchStatus {
        requireNonNull(oldest, "oldest is null");
    }
}
