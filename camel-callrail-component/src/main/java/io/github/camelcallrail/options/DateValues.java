package io.github.camelcallrail.options;

import io.github.camelcallrail.window.DateSelection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Date;

/**
 * Writes dates and times as text that the date options accept: a day stays the same day whatever the time zone of this
 * JVM, and an instant keeps its offset.
 */
final class DateValues {

    /** A class of Microsoft's JDBC driver, which is optional. */
    private static final String SQL_SERVER_OFFSET_DATE_TIME = "microsoft.sql.DateTimeOffset";

    private DateValues() {}

    /** The text of a value; {@code toString()} for values that are no date or time. */
    static String text(String option, Object value) {
        if (value instanceof java.sql.Date day) {
            return day.toLocalDate().toString();
        }
        if (value instanceof java.sql.Timestamp timestamp) {
            return text(option, timestamp);
        }
        if (value instanceof java.sql.Time) {
            // Has no day, so it is not an instant, least of all one in 1970.
            return value.toString();
        }
        if (value instanceof Date date) {
            return text(option, date.toInstant());
        }
        if (value instanceof Calendar calendar) {
            return text(option, calendar.toInstant());
        }
        if (value instanceof Instant instant) {
            return text(option, instant.atOffset(ZoneOffset.UTC));
        }
        if (value instanceof ZonedDateTime dateTime) {
            return text(option, dateTime.toOffsetDateTime());
        }
        if (value instanceof OffsetDateTime dateTime) {
            return dateTime.plus(rounding(option))
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        }
        if (value instanceof LocalDateTime dateTime) {
            return dateTime.plus(rounding(option))
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        }
        if (value.getClass().getName().equals(SQL_SERVER_OFFSET_DATE_TIME)) {
            // 2026-03-31 14:00:00.0 -04:00
            return text(
                    option,
                    OffsetDateTime.parse(
                            value.toString().strip().replaceFirst(" ", "T").replace(" ", "")));
        }
        return value.toString();
    }

    /**
     * JDBC drivers build a timestamp that shows the value of the column in the time zone of the JVM. Oracle's DATE is
     * also a timestamp, at 00:00, and so is a date that another database cast to one. Such a value is read as a day:
     * read as an end at 00:00 it would exclude that day.
     */
    private static String text(String option, java.sql.Timestamp timestamp) {
        LocalDateTime shown = timestamp.toLocalDateTime();
        return shown.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? shown.toLocalDate().toString()
                : text(option, timestamp.toInstant());
    }

    /**
     * CallRail's dates are whole minutes, but values from a clock are not: an end is rounded up so that its minute
     * stays in the window.
     */
    private static Duration rounding(String option) {
        return DateSelection.END_OPTIONS.contains(option)
                ? Duration.ofMinutes(1).minusNanos(1)
                : Duration.ZERO;
    }
}
