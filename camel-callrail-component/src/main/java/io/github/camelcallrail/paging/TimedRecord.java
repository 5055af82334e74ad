package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record of a list that is sorted by time.
 *
 * @param minute the first instant of the minute of its time: requests name whole minutes, so nothing finer is of use, and by
 *     the instant, because a local time comes twice where clocks are set back; empty where its time says nothing, so that no
 *     page can go by it
 */
record TimedRecord(CallRailRecord row, Optional<Instant> minute) {

    /**
     * The records of a page with their times.
     *
     * @param query what is read: a time far outside its dates says nothing
     * @throws CallRailFailure of kind MALFORMED when an older record follows a newer one: no page could be relied on to go on
     *     where another ended
     */
    static List<TimedRecord> of(ReportQuery query, Page page) {
        RecordTime times = RecordTime.of(query);
        List<TimedRecord> rows = new ArrayList<>();
        Instant latest = Instant.MIN;
        for (CallRailRecord row : page.records()) {
            Optional<Instant> minute = times.of(row).map(time -> time.truncatedTo(ChronoUnit.MINUTES));
            if (minute.filter(latest::isAfter).isPresent()) {
                throw behindLater(query.report(), row);
            }
            latest = minute.orElse(latest);
            rows.add(new TimedRecord(row, minute));
        }
        return rows;
    }

    private static CallRailFailure behindLater(Report report, CallRailRecord row) {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                ("Report '%s', asked for oldest first, got a row of %s behind one of a later minute. Pages are told apart by these"
                                + " times, so it cannot be read.")
                        .formatted(report, row.get(report.timeField().orElseThrow())));
    }
}
