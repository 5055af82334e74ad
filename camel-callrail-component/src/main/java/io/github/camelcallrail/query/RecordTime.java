package io.github.camelcallrail.query;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.TimeText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the times of records. One is null or no time now and then, or of a year that no record can be of; such a time says
 * nothing about where the record stands.
 *
 * @param field the field with the time
 * @param earliest an earlier time says nothing
 * @param latest nor does a later one
 */
public record RecordTime(String field, Instant earliest, Instant latest) {

    /** Dates may be read in another zone, and times of day be left out of account. */
    private static final Duration BESIDE_DATES = Duration.ofDays(2);

    /** Long before CallRail. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    /** The times of the records that a query gets; where it has no dates, of a list that has a field for times. */
    public static RecordTime of(ReportQuery query) {
        String field = query.report().timeField().orElseThrow();
        return query.window()
                .map(window -> within(field, window.startInstant(), window.endInstant()))
                .orElseGet(() -> upTo(field, Instant.MAX.minus(BESIDE_DATES)));
    }

    /** Of records that are there now, however old. */
    public static RecordTime upTo(String field, Instant now) {
        return within(field, FIRST, now);
    }

    /** Of records that were asked for by dates, give or take two days. */
    public static RecordTime within(String field, Instant start, Instant end) {
        Instant earliest = start.minus(BESIDE_DATES);
        return new RecordTime(field, earliest.isBefore(FIRST) ? FIRST : earliest, end.plus(BESIDE_DATES));
    }

    /** The time of a record; empty where it says nothing. */
    public Optional<Instant> of(CallRailRecord record) {
        return read(record, field).filter(time -> !time.isBefore(earliest) && !time.isAfter(latest));
    }

    /** The time in a field of a record, whatever it is; empty where the field holds no time. */
    private static Optional<Instant> read(CallRailRecord record, String field) {
        if (!(record.get(field) instanceof String text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(TimeText.instant(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
