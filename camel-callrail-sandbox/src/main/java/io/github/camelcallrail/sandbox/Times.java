package io.github.camelcallrail.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** Any of these formats: date, separator, time, fraction, blank, offset. */
    private static final Pattern WITH_OFFSET =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)([T ])(\\d\\d:\\d\\d:\\d\\d)(\\.\\d+)?( ?)(Z|[+-]\\d\\d:?\\d\\d)");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

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

    /** The same instant in the same format at another offset; text that is not a time with an offset stays as it is. */
    static String atOffset(String text, ZoneOffset offset) {
        Matcher parts = WITH_OFFSET.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        String written = parts.group(6);
        try {
            LocalDateTime moved = LocalDateTime.parse(parts.group(1) + 'T' + parts.group(3))
                    .atOffset(ZoneOffset.of(written))
                    .withOffsetSameInstant(offset)
                    .toLocalDateTime();
            boolean compact = written.length() == "+0000".length();
            String id = compact && offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId();
            return SECONDS.format(moved).replace("T", parts.group(2))
                    + Objects.toString(parts.group(4), "")
                    + parts.group(5)
                    + (compact ? id.replace(":", "") : id);
        } catch (DateTimeException e) {
            // It only looks like a time.
            return text;
        }
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
