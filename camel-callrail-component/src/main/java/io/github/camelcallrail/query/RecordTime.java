package io.github.camelcallrail.query;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.TimeText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the times of records. Some records have a null or invalid time, or one in an impossible year; such a time is
 * ignored, because it says nothing about the position of the record.
 *
 * @param field the field with the time
 * @param earliest an earlier time is ignored
 * @param latest a later time is ignored
 */
public record RecordTime(String field, Instant earliest, Instant latest) {

    /** CallRail may interpret dates in another zone, or ignore the time of day. */
    private static final Duration TOLERANCE = Duration.ofDays(2);

    /** Long before CallRail existed. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    /** For the records of a query. Without dates, the report must have a field for times. */
    public static RecordTime of(ReportQuery query) {
        String field = query.report().timeField().orElseThrow();
        return query.window()
                .map(window -> within(field, window.startInstant(), window.endInstant()))
                .orElseGet(() -> upTo(field, Instant.MAX.minus(TOLERANCE)));
    }

    /** For records that exist now, however old. */
    public static RecordTime upTo(String field, Instant now) {
        return within(field, FIRST, now);
    }

    /** For records that were requested by dates, with a tolerance of two days. */
    public static RecordTime within(String field, Instant start, Instant end) {
        Instant earliest = start.minus(TOLERANCE);
        return new RecordTime(field, earliest.isBefore(FIRST) ? FIRST : earliest, end.plus(TOLERANCE));
    }

    /** The time of a record; empty if it is missing, invalid or out of range. */
    public Optional<Instant> of(CallRailRecord record) {
        if (!(record.get(field) instanceof String text)) {
            return Optional.empty();
        }
        try {
            Instant time = TimeText.instant(text);
            return time.isBefore(earliest) || time.isAfter(latest) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
