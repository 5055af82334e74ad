package io.github.camelcallrail.benchmarks.server;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Evenly spaced calls, so that the call at any position and the position of any time can be computed and need not be
 * stored. All times are in UTC.
 *
 * @param start the time of the first call, at the start of a day
 * @param perMinute the number of calls in each minute that has calls, at most 60
 * @param minutesApart the distance of these minutes
 * @param size the total number of calls
 */
public record CallGrid(Instant start, int perMinute, int minutesApart, int size) {

    // Days after the last call, so that today with its unfinished minutes is not included.
    private static final int QUIET_DAYS = 2;
    // CallRail keeps 25 months, which are never shorter than this.
    private static final int KEPT_DAYS = 755;

    public CallGrid {
        requireNonNull(start, "start is null");
        if (perMinute < 1 || perMinute > 60) {
            throw new IllegalArgumentException("The calls per minute of this grid must be 1 to 60, not " + perMinute);
        }
    }

    /** A grid with calls in every minute, which ends some days ago. */
    public static CallGrid endingBefore(Instant now, int perMinute, int size) {
        return endingBefore(now, perMinute, 1, size);
    }

    /** A grid with calls over a year, which ends some days ago. */
    public static CallGrid ofAYear(Instant now, int size) {
        return endingBefore(now, 1, Math.max(1, (int) Duration.ofDays(365).toMinutes() / size), size);
    }

    private static CallGrid endingBefore(Instant now, int perMinute, int minutesApart, int size) {
        long days = Duration.ofMinutes((long) size / perMinute * minutesApart).toDays() + 1 + QUIET_DAYS;
        if (days > KEPT_DAYS) {
            throw new IllegalArgumentException("%s calls at %s per minute span more than 25 months: increase per-minute"
                    .formatted(size, perMinute));
        }
        return new CallGrid(
                now.truncatedTo(ChronoUnit.DAYS).minus(days, ChronoUnit.DAYS), perMinute, minutesApart, size);
    }

    /** The minute of the call at a position, in minutes since the epoch. */
    long minute(int place) {
        return start.getEpochSecond() / 60 + (long) (place / perMinute) * minutesApart;
    }

    /** The second of the call within its minute. */
    int second(int place) {
        return place % perMinute * (60 / perMinute);
    }

    /** The position of the first call at or after the start of a request: a day or a minute. */
    int placeOfStart(String date) {
        return place(date.length() == "2026-03-14".length() ? date + "T00:00" : date, 0);
    }

    /** The position of the first call after the end of a request: a whole day, or the first second of a minute. */
    int placeAfterEnd(String date) {
        return date.length() == "2026-03-14".length()
                ? place(LocalDate.parse(date).plusDays(1) + "T00:00", 0)
                : place(date, 1);
    }

    private int place(String minute, int more) {
        long epochMinute = LocalDateTime.parse(minute).toEpochSecond(ZoneOffset.UTC) / 60;
        long minutes = epochMinute - start.getEpochSecond() / 60;
        boolean hasCalls = Math.floorMod(minutes, (long) minutesApart) == 0;
        long first = Math.floorDiv(minutes, (long) minutesApart) * perMinute;
        return (int) Math.max(0, Math.min(size, first + (hasCalls ? more : perMinute)));
    }

    /** The day of the first call. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /** The day of the last call. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(
                start.plus(Duration.ofMinutes((long) ((size - 1) / perMinute) * minutesApart)), ZoneOffset.UTC);
    }
}
