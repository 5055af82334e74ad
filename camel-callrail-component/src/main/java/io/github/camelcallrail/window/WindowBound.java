package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One end of a window, in the window's zone, as the API expects it: a whole day, or a minute of a day. A day means its
 * first instant as a start and its last instant as an end (apidocs.callrail.com, Filtering Data by Date).
 *
 * @param time a whole minute; empty for the whole day
 */
public record WindowBound(LocalDate day, Optional<LocalTime> time) {

    public WindowBound {
        requireNonNull(day, "day is null");
        requireNonNull(time, "time is null");
        time.ifPresent(WindowBound::requireWholeMinute);
    }

    /** A whole day. */
    public static WindowBound of(LocalDate day) {
        return new WindowBound(day, Optional.empty());
    }

    /** A minute in local time; seconds other than zero throw an {@link IllegalArgumentException}. */
    public static WindowBound of(LocalDateTime minute) {
        return new WindowBound(minute.toLocalDate(), Optional.of(minute.toLocalTime()));
    }

    /** The text that the API expects: {@code 2026-03-08} or {@code 2026-03-08T14:00}. */
    public String text() {
        return time.map(minute -> day.atTime(minute).toString()).orElseGet(day::toString);
    }

    private static void requireWholeMinute(LocalTime time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException(time + " is not a whole minute");
        }
    }
}
