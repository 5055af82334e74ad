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
 * A closed window of time, both ends included, as it is sent to the API in {@code start_date}, {@code end_date} and
 * {@code time_zone} (apidocs.callrail.com, Filtering Data by Date).
 *
 * <p>A local time that clocks show twice means the first time as a start and the second as an end, so a window holds
 * rather more than too little. A local time that clocks skip is no edge of a window, nor is an end before its start: both
 * are an {@link IllegalArgumentException}.
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

    /** The first instant included: of a day, its first, which is not midnight where clocks skip midnight. */
    public Instant startInstant() {
        return new WallClock(zone).first(start);
    }

    /**
     * The last instant included: of a day, the nanosecond before the next day; of a minute, its first instant, because
     * CallRail reads {@code T10:30} as 10:30:00, so that a row at 10:30:01 is outside.
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

    /** The first second included, with the zone's offset at that time. */
    public OffsetDateTime startsAt() {
        return second(startInstant());
    }

    /** The second of the last instant included, with the zone's offset at that time: 23:59:59 for a day. */
    public OffsetDateTime endsAt() {
        return second(endInstant());
    }

    /** Whether the instant is in the window, both ends included. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(startInstant()) && !instant.isAfter(endInstant());
    }

    /**
     * Whether any instant of a time series' point is in the window. The point begins at that local time and ends before
     * the local time one interval later; an hour shown twice is one point of two hours, an hour skipped is none.
     */
    public boolean overlaps(LocalDateTime pointStart, Interval interval) {
        WallClock wall = new WallClock(zone);
        Instant from = wall.first(pointStart);
        Instant until = wall.first(interval.endOf(pointStart));
        return from.isBefore(until) && until.isAfter(startInstant()) && !from.isAfter(endInstant());
    }

    /**
     * Windows that follow each other without gap or overlap, together are this one, and need no more than that many points
     * each; cut between days only. Weeks, months and years are not cut.
     *
     * @param points the most that one answer holds, at least 25 for hours and 1 for days
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
     * This window from the minute of an instant on: what is left to read of it when everything before is known. Where clocks
     * show that minute twice it starts before all that is shown twice, so it may hold rows of before the instant, never fewer.
     *
     * @param instant before the start it means the start, and after the end the end's own minute
     */
    public DateWindow startingAt(Instant instant) {
        WallClock wall = new WallClock(zone);
        Instant last = endInstant();
        WindowBound minute = WindowBound.of(wall.unmistakable(instant.isAfter(last) ? last : instant));
        return wall.first(minute).isAfter(startInstant()) ? new DateWindow(minute, end, zone) : this;
    }

    private OffsetDateTime second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
    }

    private static void requireShown(WindowBound edge, WallClock wall) {
        if (edge.time().filter(time -> wall.skips(edge.day().atTime(time))).isPresent()) {
            throw new IllegalArgumentException(edge.text() + " does not exist in " + wall.zone());
        }
    }
}
