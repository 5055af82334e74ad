package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A window of time with both ends included, as it is sent to the API in {@code start_date}, {@code end_date} and {@code
 * time_zone} (apidocs.callrail.com, Filtering Data by Date).
 *
 * <p>A local time that clocks show twice means the first occurrence as a start and the second as an end, so a window is
 * rather too wide than too narrow. A local time that clocks skip, and an end before the start, throw an {@link
 * IllegalArgumentException}.
 */
public record DateWindow(WindowBound start, WindowBound end, ZoneId zone) {

    public DateWindow {
        requireNonNull(start, "start is null");
        requireNonNull(end, "end is null");
        WallClock wall = new WallClock(zone);
        requireShown(start, wall);
        requireShown(end, wall);
        if (wall.first(start).isAfter(wall.last(end))) {
            throw new IllegalArgumentException(start.text() + " is after " + end.text() + " in " + zone);
        }
    }

    /** The first instant in the window. For a day, its first instant, which is not midnight if clocks skip midnight. */
    public Instant startInstant() {
        return new WallClock(zone).first(start);
    }

    /**
     * The last instant in the window. For a day, the nanosecond before the next day; for a minute, its first instant,
     * because CallRail reads {@code T10:30} as 10:30:00, so that a record at 10:30:01 is outside.
     */
    public Instant endInstant() {
        return new WallClock(zone).last(end);
    }

    /** The start as sent: {@code YYYY-MM-DD} or {@code YYYY-MM-DDTHH:mm}. */
    public String startText() {
        return start.text();
    }

    /** The end as sent: {@code YYYY-MM-DD} or {@code YYYY-MM-DDTHH:mm}. */
    public String endText() {
        return end.text();
    }

    /** The first second in the window, with the zone's offset at that time. */
    public OffsetDateTime startsAt() {
        return second(startInstant());
    }

    /** The second of the last instant in the window, with the zone's offset at that time: 23:59:59 for a day. */
    public OffsetDateTime endsAt() {
        return second(endInstant());
    }

    /** Whether an instant is in the window, both ends included. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(startInstant()) && !instant.isAfter(endInstant());
    }

    /**
     * Whether any instant of a point of a time series is in the window. The point begins at a local time and ends
     * before the local time one interval later; an hour that clocks show twice is one point of two hours, a skipped
     * hour is no point.
     */
    public boolean overlaps(LocalDateTime pointStart, Interval interval) {
        WallClock wall = new WallClock(zone);
        Instant from = wall.first(pointStart);
        Instant until = wall.first(interval.endOf(pointStart));
        return from.isBefore(until) && until.isAfter(startInstant()) && !from.isAfter(endInstant());
    }

    /**
     * Splits this window between days into windows without gaps or overlaps that have at most this many points each.
     * Weeks, months and years are not split.
     *
     * @param points the maximum per response, at least 25 for hours and 1 for days
     */
    public List<DateWindow> split(Interval interval, int points) {
        OptionalInt days = interval.daysWithin(points);
        if (days.isEmpty()) {
            return List.of(this);
        }
        List<DateWindow> parts = new ArrayList<>();
        WindowBound from = start;
        LocalDate last = start.day().plusDays(days.getAsInt() - 1L);
        while (last.isBefore(end.day())) {
            parts.add(new DateWindow(from, WindowBound.of(last), zone));
            from = WindowBound.of(last.plusDays(1));
            last = last.plusDays(days.getAsInt());
        }
        parts.add(new DateWindow(from, end, zone));
        return List.copyOf(parts);
    }

    /**
     * This window from the minute of an instant on: the rest to read when everything before is known. If clocks show
     * that minute twice, it starts before the repeated period, so it may include earlier records but never misses any.
     *
     * @param instant an instant before the start means the start, one after the end means the end's own minute
     */
    public DateWindow startingAt(Instant instant) {
        WallClock wall = new WallClock(zone);
        Instant last = endInstant();
        WindowBound minute = WindowBound.of(wall.unambiguous(instant.isAfter(last) ? last : instant));
        return wall.first(minute).isAfter(startInstant()) ? new DateWindow(minute, end, zone) : this;
    }

    /**
     * This window up to the next minute or day of an instant: the rest to read when everything after is known. {@code
     * T10:30} leaves out 10:30:01, and a last day may be left out. If clocks show that minute twice, it ends after the
     * repeated period, so it may include later records but never misses any.
     *
     * @param precision whether ends may have a time of day
     * @param instant an instant before the start means the start
     */
    public DateWindow endingAt(Instant instant, DatePrecision precision) {
        WallClock wall = new WallClock(zone);
        Instant last = instant.isBefore(startInstant()) ? startInstant() : instant;
        WindowBound bound = precision.takesTimes()
                ? WindowBound.of(wall.unambiguousAfter(last.plus(1, ChronoUnit.MINUTES)))
                : WindowBound.of(wall.dayOf(last).plusDays(1));
        return wall.last(bound).isBefore(endInstant()) ? new DateWindow(start, bound, zone) : this;
    }

    private OffsetDateTime second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    }

    private static void requireShown(WindowBound bound, WallClock wall) {
        if (bound.time().filter(time -> wall.skips(bound.day().atTime(time))).isPresent()) {
            throw new IllegalArgumentException(bound.text() + " does not exist in " + wall.zone());
        }
    }
}
