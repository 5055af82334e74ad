package io.github.camelcallrail.paging;

import io.github.camelcallrail.window.DateWindow;
import io.github.camelcallrail.window.WindowBound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The first and last instant of a window and of its days.
 *
 * @param start the first instant, and a little earlier
 * @param end the last instant, and a little later
 * @param startOfFirstDay the first instant of the day in which it starts
 * @param endOfLastDay the last instant of the day in which it ends
 */
record WindowLimits(Instant start, Instant end, Instant startOfFirstDay, Instant endOfLastDay) {

    /** Where a time lies. */
    enum Place {
        INSIDE,
        /** In the first or last day, but before the start or after the end. */
        OTHER_TIME_OF_DAY,
        EARLIER_DAY,
        LATER_DAY,
        /** So far away that no time zone explains it. */
        FAR_AWAY
    }

    /** The difference between the time zones that are furthest apart. */
    private static final Duration ZONES_APART = Duration.ofHours(26);

    /**
     * CallRail may filter by another time of the record than it shows, and may include the last minute. Source:
     * third-party live observation of calls that were created up to 18 seconds after their start.
     */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    static WindowLimits of(DateWindow window) {
        LocalDate first = window.start().day();
        LocalDate last = window.end().day();
        DateWindow days = new DateWindow(WindowBound.of(first), WindowBound.of(last), window.zone());
        return new WindowLimits(
                window.startInstant().minus(TOLERANCE),
                window.endInstant().plus(TOLERANCE),
                days.startInstant(),
                days.endInstant());
    }

    Place place(Instant time) {
        if (!time.isBefore(start) && !time.isAfter(end)) {
            return Place.INSIDE;
        }
        if (time.isBefore(startOfFirstDay.minus(ZONES_APART)) || time.isAfter(endOfLastDay.plus(ZONES_APART))) {
            return Place.FAR_AWAY;
        }
        if (time.isBefore(startOfFirstDay)) {
            return Place.EARLIER_DAY;
        }
        return time.isAfter(endOfLastDay) ? Place.LATER_DAY : Place.OTHER_TIME_OF_DAY;
    }
}
