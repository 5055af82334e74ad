package io.github.camelcallrail.benchmarks.server;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Calls at even distances, so that what stands at any place of the list, and the place of any time, is reckoned and need not be
 * held. All in UTC.
 *
 * @param start the time of the first, at the beginning of a day
 * @param perMinute how many there are in each minute, at most 60
 * @param size how many there are in all
 */
public record CallGrid(Instant start, int perMinute, int size) {

    // Behind the last call, so that today and its unfinished minutes are out of it.
    private static final int QUIET_DAYS = 2;
    // CallRail keeps 25 months, which are never shorter than this.
    private static final int KEPT_DAYS = 755;

    public CallGrid {
        requireNonNull(start, "start is null");
        if (perMinute < 1 || perMinute > 60) {
            throw new IllegalArgumentException(
                    "A minute cannot hold " + perMinute + " calls of this grid, only 1 to 60");
        }
    }

    /** The one that ends some days ago. */
    public static CallGrid endingBefore(Instant now, int perMinute, int size) {
        long days = Duration.ofMinutes(size / perMinute).toDays() + 1 + QUIET_DAYS;
        if (days > KEPT_DAYS) {
            throw new IllegalArgumentException(
                    "%s calls at %s a minute are more than 25 months: have more of them a minute"
                            .formatted(size, perMinute));
        }
        return new CallGrid(now.truncatedTo(ChronoUnit.DAYS).minus(days, ChronoUnit.DAYS), perMinute, size);
    }

    /** The minute of the call at a place, in minutes since the epoch. */
    long minute(int place) {
        return start.getEpochSecond() / 60 + place / perMinute;
    }

    /** The second within its minute. */
    int second(int place) {
        return place % perMinute * (60 / perMinute);
    }

    /** The first call at or after a start as requests name it: a day, or a minute. */
    int placeOfStart(String date) {
        return place(date.length() == "2026-03-14".length() ? date + "T00:00" : date, 0);
    }

    /** The first call after an end as requests name it: all of a day, or a minute's first second. */
    int placeAfterEnd(String date) {
        return date.length() == "2026-03-14".length()
                ? place(LocalDate.parse(date).plusDays(1) + "T00:00", 0)
                : place(date, 1);
    }

    private int place(String minute, int more) {
        long epochMinute = LocalDateTime.parse(minute).toEpochSecond(ZoneOffset.UTC) / 60;
        long place = (epochMinute - start.getEpochSecond() / 60) * perMinute + more;
        return (int) Math.max(0, Math.min(size, place));
    }

    /** The day of the first call. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /** The day of the last call. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(start.plus(Duration.ofMinutes((size - 1) / perMinute)), ZoneOffset.UTC);
    }
}
