package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One end of a window, in the window's zone, as the API takes it: a whole day, or a minute of a day. A day means its
 * first instant as a start and its last as an end (apidocs.callrail.com, Filtering Data by Date).
 *
 * @param time in whole minutes; empty for the whole day
 */
public record WindowBound(LocalDate day, Optional<LocalTime> time) {

    public WindowBound {
        requireNonNull(day, "day is null");
        requireNonNull(time, "time is null");
        time.ifPresent(WindowBound::requireWholeMinute);
    }

    /** The whole of that day. */
    public static WindowBound of(LocalDate day) {
        return new WindowBound(day, Optional.empty());
    }

    /** That minute, by the clock on the wall; seconds other than zero are an {@link IllegalArgumentException}. */
    public static WindowBound of(LocalDateTime minute) {
        return new WindowBound(minute.toLocalDate(), Optional.of(minute.toLocalTime()));
    }

    /** As the API takes it: {@code 2026-03-08} or {@code 2026-03-08T14:00}. */
    public String text() {
        return time.map(minute -> day.atTime(minute).toString()).orElseGet(day::toString);
    }

    private static void requireWholeMinute(LocalTime time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException(time + " is not a whole minute");
        }
    }
}
