package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Makes windows from instants, for a reading that resumes where another ended. A window includes at least the requested
 * time; its ends are unambiguous even if clocks show a time twice.
 *
 * @param zone the zone of the windows
 * @param precision the precision that the report accepts
 */
public record RollingWindow(ZoneId zone, DatePrecision precision) {

    public RollingWindow {
        requireNonNull(zone, "zone is null");
        requireNonNull(precision, "precision is null");
    }

    /**
     * From the minute or day of an instant until now; empty if there is nothing after it that can be requested yet. Of
     * whole days the last one is tomorrow, so that today is in the window even if CallRail excludes its end.
     */
    public Optional<DateWindow> since(Instant from, Instant now) {
        WallClock wall = new WallClock(zone);
        if (precision == DatePrecision.DAY) {
            return from.isAfter(now)
                    ? Optional.empty()
                    : Optional.of(new DateWindow(
                            WindowBound.of(wall.dayOf(from)),
                            WindowBound.of(wall.dayOf(now).plusDays(1)),
                            zone));
        }
        WindowBound start = WindowBound.of(wall.unambiguous(from));
        WindowBound end = WindowBound.of(wall.minutePassed(now));
        return wall.first(start).isAfter(wall.last(end))
                ? Optional.empty()
                : Optional.of(new DateWindow(start, end, zone));
    }

    /** From the minute or day of an instant to the next minute or day of another. */
    public DateWindow around(Instant first, Instant last) {
        WallClock wall = new WallClock(zone);
        if (precision == DatePrecision.DAY) {
            return new DateWindow(
                    WindowBound.of(wall.dayOf(first)),
                    WindowBound.of(wall.dayOf(last).plusDays(1)),
                    zone);
        }
        LocalDateTime start = wall.unambiguous(first);
        // An end of 10:30 leaves out 10:30:01.
        LocalDateTime end = wall.unambiguousAfter(last.plus(Duration.ofMinutes(1)));
        return new DateWindow(WindowBound.of(start), WindowBound.of(end), zone);
    }

    /**
     * The time up to which all records have been read once a window has been read, even if its end is ambiguous or the
     * rest of its last day is still to come.
     */
    public Instant readUpTo(DateWindow window, Instant now) {
        Instant end = window.endInstant();
        if (end.isAfter(now)) {
            end = now;
        }
        if (window.end().time().isEmpty()) {
            return end;
        }
        WallClock wall = new WallClock(zone);
        return wall.first(WindowBound.of(wall.unambiguous(end)));
    }

    /** The first instant of which CallRail still keeps records today. */
    public Instant earliest(Instant now) {
        LocalDate day = Retention.earliest(new WallClock(zone).dayOf(now));
        return new WallClock(zone).first(WindowBound.of(day));
    }
}
