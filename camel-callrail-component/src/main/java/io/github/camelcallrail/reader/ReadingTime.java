package io.github.camelcallrail.reader;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.client.ServerClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What "now" means to a reading. It is taken when the reading begins, and may turn out to have been too late, because
 * the answer to the first request of a process is also the first to tell CallRail's time.
 *
 * @param here this machine's time
 * @param time what was taken for the present: this machine's time, or CallRail's where that was known to be earlier
 * @param server what CallRail's answers tell by now
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

    /** The same present as it is known by now: never later than {@link #time()}, nor than CallRail's own time then. */
    public Instant corrected() {
        Instant known = server.corrected(here);
        return known.isBefore(time) ? known : time;
    }

    /** Whether a window that ends at this present ended, by CallRail's clock, in a minute that was still to come. */
    public boolean tooLate() {
        return minute(corrected()).isBefore(minute(time));
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }
}
