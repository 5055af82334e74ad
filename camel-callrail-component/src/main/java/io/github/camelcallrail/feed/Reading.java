package io.github.camelcallrail.feed;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.reader.OpenReport;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report that is being read. Used by one thread at a time.
 *
 * @param report the report
 * @param query what was requested; empty if several accounts or companies are read
 * @param cursor the cursor over its records
 * @param clamped whether the dates start later than they should, because CallRail no longer keeps older records
 * @param sources the records of several accounts or companies, which tell which of these failed
 */
public record Reading(
        Report report,
        Optional<ReportQuery> query,
        RecordCursor cursor,
        boolean clamped,
        Optional<SourceRecords> sources) {

    public Reading {
        requireNonNull(report, "report is null");
        requireNonNull(query, "query is null");
        requireNonNull(cursor, "cursor is null");
        requireNonNull(sources, "sources are null");
    }

    public static Reading of(OpenReport report) {
        return of(report.query(), report.cursor(), false);
    }

    public static Reading of(ReportQuery query, RecordCursor cursor, boolean clamped) {
        return new Reading(query.report(), Optional.of(query), cursor, clamped, Optional.empty());
    }

    /** @param cursor the cursor over the records of the sources */
    public static Reading of(Report report, SourceRecords sources, RecordCursor cursor) {
        return new Reading(report, Optional.empty(), cursor, false, Optional.of(sources));
    }

    /** The records that are available without another request, and at least one if any is left. */
    List<CallRailRecord> page() {
        List<CallRailRecord> records = new ArrayList<>();
        if (cursor.hasNext()) {
            for (int waiting = cursor.buffered(); waiting > 0; waiting--) {
                records.add(cursor.next());
            }
        }
        return records;
    }

    /** The current page of the cursor. */
    public ReadingPage atPage() {
        return new ReadingPage(this, cursor.pageNumber(), cursor.totalRecords(), cursor.totals());
    }
}
