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
 * A record of a list sorted by time.
 *
 * @param minute the minute of its time, as its first instant: requests use whole minutes, and a local time would be
 *     ambiguous when clocks are set back; empty if its time is not usable
 */
record TimedRecord(CallRailRecord record, Optional<Instant> minute) {

    /**
     * The records of a page with their times.
     *
     * @param query the query; times far outside its dates are not usable
     * @throws CallRailFailure of kind MALFORMED if an older record follows a newer one: no page could then be relied on
     *     to continue where another ended
     */
    static List<TimedRecord> of(ReportQuery query, Page page) {
        RecordTime times = RecordTime.of(query);
        List<TimedRecord> records = new ArrayList<>();
        Instant latest = Instant.MIN;
        for (CallRailRecord record : page.records()) {
            Optional<Instant> minute = times.of(record).map(time -> time.truncatedTo(ChronoUnit.MINUTES));
            if (minute.filter(latest::isAfter).isPresent()) {
                throw outOfOrder(query.report(), record);
            }
            latest = minute.orElse(latest);
            records.add(new TimedRecord(record, minute));
        }
        return records;
    }

    private static CallRailFailure outOfOrder(Report report, CallRailRecord record) {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                ("Report '%s' was requested oldest first, but a record of %s came after one of a later minute."
                                + " Pages are matched by these times, so the report cannot be read.")
                        .formatted(report, record.get(report.timeField().orElseThrow())));
    }
}
