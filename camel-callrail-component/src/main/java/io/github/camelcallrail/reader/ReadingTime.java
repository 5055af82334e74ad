package io.github.camelcallrail.reader;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ServerClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The current time of a reading. It is determined when the reading begins, and may turn out to be ahead of CallRail's
 * clock, because only the first response to a process tells CallRail's time.
 *
 * @param here the time of this machine
 * @param time the time to use: that of this machine, or CallRail's if that was known to be earlier
 * @param server CallRail's clock, as known from its responses
 */
public record ReadingTime(Instant here, Instant time, ServerClock server) {

    public ReadingTime {
        requireNonNull(here, "here is null");
        requireNonNull(time, "time is null");
        requireNonNull(server, "server is null");
    }

    public static ReadingTime of(Instant here, ServerClock server) {
        return new ReadingTime(here, server.reached(here), server);
    }

    /** The time corrected by the responses since then: not later than {@link #time()}, nor than CallRail's time. */
    public Instant corrected() {
        Instant known = server.corrected(here);
        return known.isBefore(time) ? known : time;
    }

    /** Whether a window that ends at {@link #time()} ends in a future minute of CallRail's clock. */
    public boolean tooLate() {
        return minute(corrected()).isBefore(minute(time));
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }
}
