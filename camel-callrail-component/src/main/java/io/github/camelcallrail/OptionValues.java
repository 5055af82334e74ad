package io.github.camelcallrail;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Texts of what a route or a message gives as the value of an option: text, a number, a date of any of Java's types, or several
 * of these as a collection or array.
 */
final class OptionValues {

    private OptionValues() {}

    static List<String> of(String option, Object value) {
        Stream<?> values = value instanceof Collection<?> several
                ? several.stream()
                : value instanceof Object[] array ? Arrays.stream(array) : Stream.of(value);
        Stream<String> texts = values.filter(Objects::nonNull).map(one -> text(option, one));
        return option.equals("trackerId")
                ? texts.flatMap(ids -> Arrays.stream(ids.split(",", -1)))
                        .map(String::trim)
                        .toList()
                : texts.toList();
    }

    private static String text(String option, Object value) {
        if (value instanceof Calendar calendar) {
            return text(option, calendar.toInstant());
        }
        if (value instanceof Date date) {
            return text(option, Instant.ofEpochMilli(date.getTime()));
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
        return value.toString();
    }

    /** CallRail's dates have whole minutes, and what a clock gives has not: so the minute that is cut is kept in the window. */
    private static Duration roundedUp(String option) {
        return option.startsWith("end") ? Duration.ofMinutes(1).minusNanos(1) : Duration.ZERO;
    }
}
