package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.Report;
import io.github.camelcallrail.window.TimeText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a list that is sorted by time.
 *
 * @param minute the first instant of the minute of its time: requests name whole minutes, so nothing finer is of use, and by
 *     the instant, because a local time comes twice where clocks are set back
 */
record TimedRow(CallRailRecord row, Instant minute) {

    /**
     * The rows of a page with their times.
     *
     * @throws CallRailFailure of kind MALFORMED when a time cannot be read, or when an older row follows a newer one: no page
     *     could be relied on to go on where another ended
     */
    static List<TimedRow> of(Report report, Page page) {
        String column = report.timeField().orElseThrow();
        List<TimedRow> rows = new ArrayList<>();
        Instant latest = Instant.MIN;
        for (CallRailRecord row : page.records()) {
            Instant minute = minute(report, row.get(column));
            if (minute.isBefore(latest)) {
                throw malformed(report, "a row of %s behind one of a later minute".formatted(row.get(column)));
            }
            latest = minute;
            rows.add(new TimedRow(row, minute));
        }
        return rows;
    }

    private static Instant minute(Report report, Object time) {
        try {
            return TimeText.instant(String.valueOf(time)).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            throw malformed(report, "a row whose time cannot be read");
        }
    }

    private static CallRailFailure malformed(Report report, String what) {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                "Report '%s', asked for oldest first, got %s. Pages are told apart by these times, so it cannot be read."
                        .formatted(report, what));
    }
}
