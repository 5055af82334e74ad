package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Makes windows of instants, for a reading that goes on where another ended. A window holds at least the time it is made for; no
 * end of it can be read in two ways, where clocks show a time twice.
 *
 * @param zone in which the ends are written
 * @param precision what the report takes
 */
public record RollingWindow(ZoneId zone, DatePrecision precision) {

    public RollingWindow {
        requireNonNull(zone, "zone is null");
        requireNonNull(precision, "precision is null");
    }

    /** From the minute or day of an instant to now; empty when clocks show nothing after it yet that can be asked for. */
    public Optional<DateWindow> since(Instant from, Instant now) {
        WallClock wall = new WallClock(zone);
        if (precision == DatePrecision.DAY) {
            return from.isAfter(now)
                    ? Optional.empty()
                    : Optional.of(
                            new DateWindow(WindowBound.of(wall.dayOf(from)), WindowBound.of(wall.dayOf(now)), zone));
        }
        WindowBound start = WindowBound.of(wall.unmistakable(from));
        WindowBound end = WindowBound.of(wall.minutePassed(now));
        return wall.first(start).isAfter(wall.last(end))
                ? Optional.empty()
                : Optional.of(new DateWindow(start, end, zone));
    }

    /** From the minute or day of an instant to that of another. */
    public DateWindow around(Instant first, Instant last) {
        WallClock wall = new WallClock(zone);
        if (precision == DatePrecision.DAY) {
            return new DateWindow(WindowBound.of(wall.dayOf(first)), WindowBound.of(wall.dayOf(last)), zone);
        }
        LocalDateTime start = wall.unmistakable(first);
        // An end of 10:30 leaves out 10:30:01.
        LocalDateTime end = wall.unmistakableAfter(last.plus(Duration.ofMinutes(1)));
        return new DateWindow(WindowBound.of(start), WindowBound.of(end), zone);
    }

    /**
     * Up to when all rows are read once a window is, whichever of two times its end means, and whatever else of the day is still
     * to come.
     */
    public Instant readBy(DateWindow window, Instant now) {
        Instant end = window.endInstant();
        if (end.isAfter(now)) {
            end = now;
        }
        if (window.end().time().isEmpty()) {
            return end;
        }
        WallClock wall = new WallClock(zone);
        return wall.first(WindowBound.of(wall.unmistakable(end)));
    }

    /** The first instant that CallRail still has, reckoned from the day of now. */
    public Instant earliest(Instant now) {
        LocalDate day = Retention.earliest(new WallClock(zone).dayOf(now));
        return new WallClock(zone).first(WindowBound.of(day));
    }
}
