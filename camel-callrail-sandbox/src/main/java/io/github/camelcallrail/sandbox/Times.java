package io.github.camelcallrail.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** CallRail's time formats; nearly every object has its own. */
final class Times {

    /** Calls and texts: {@code 2026-03-14T09:26:53.589-05:00}. */
    static final DateTimeFormatter MILLIS_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);
    /** {@code created_at} of calls: without milliseconds. */
    static final DateTimeFormatter SECONDS_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
    /** Accounts: {@code 2026-02-10 03:43:50 -0500}. */
    static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ROOT);

    /** The dates of summaries: no colon in the offset, UTC as {@code -0000}. */
    private static final DateTimeFormatter COMPACT_OFFSET = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd'T'HH:mm:ss")
            .appendOffset("+HHMM", "-0000")
            .toFormatter(Locale.ROOT);

    private Times() {}

    static String millis(Instant at, ZoneId zone) {
        return MILLIS_OFFSET.format(at.atZone(zone));
    }

    static String seconds(Instant at, ZoneId zone) {
        return SECONDS_OFFSET.format(at.atZone(zone));
    }

    static String utcMillis(Instant at) {
        return millis(at, ZoneOffset.UTC);
    }

    static String utcSeconds(Instant at) {
        return seconds(at, ZoneOffset.UTC);
    }

    static String compact(ZonedDateTime at) {
        return COMPACT_OFFSET.format(at);
    }

    /** Parses the value of a time field; a date means the start of that day in UTC. */
    static Instant instant(String field, Object value) {
        if (value instanceof Instant at) {
            return at;
        }
        String text = String.valueOf(value);
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + field
                            + "' must be an Instant or ISO text with an offset like 2026-03-14T09:26:53-05:00, not '"
                            + text + "'",
                    e);
        }
    }
}
