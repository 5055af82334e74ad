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
 * Texts of dates and times, as the date options read them: a day stays that day in whatever zone this JVM runs, and an instant keeps
 * its offset.
 */
final class DateValues {

    /** Of Microsoft's driver, which need not be there. */
    private static final String SQL_SERVER_OFFSET_DATE_TIME = "microsoft.sql.DateTimeOffset";

    private DateValues() {}

    /** The text of a value; what is no date or time is written as it writes itself. */
    static String text(String option, Object value) {
        if (value instanceof java.sql.Date day) {
            return day.toLocalDate().toString();
        }
        if (value instanceof java.sql.Timestamp timestamp) {
            return text(option, timestamp);
        }
        if (value instanceof java.sql.Time) {
            // Has no day, so that no instant is meant, least of all one in 1970.
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
            return dateTime.plus(roundedUp(option))
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        }
        if (value instanceof LocalDateTime dateTime) {
            return dateTime.plus(roundedUp(option))
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
     * Drivers build a timestamp so that the JVM's clocks show what the column holds. Oracle's DATE comes as one too, with a time of day of
     * 00:00, and so does a day of other databases that was cast: that is read as a day, for as an end it would lose the day.
     */
    private static String text(String option, java.sql.Timestamp timestamp) {
        LocalDateTime shown = timestamp.toLocalDateTime();
        return shown.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? shown.toLocalDate().toString()
                : text(option, timestamp.toInstant());
    }

    /** CallRail's dates have whole minutes, and what a clock gives has not: so the minute that is cut is kept in the window. */
    private static Duration roundedUp(String option) {
        return DateSelection.END_OPTIONS.contains(option)
                ? Duration.ofMinutes(1).minusNanos(1)
                : Duration.ZERO;
    }
}
