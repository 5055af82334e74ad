package io.github.camelcallrail.feed;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.reader.OpenReport;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A report that is being read. Used by one thread at a time.
 *
 * @param query what was requested
 * @param cursor the cursor over its records
 * @param clamped whether the dates start later than they should, because CallRail no longer keeps older records
 */
public record Reading(ReportQuery query, RecordCursor cursor, boolean clamped) {

    public Reading {
        requireNonNull(query, "query is null");
        requireNonNull(cursor, "cursor is null");
    }

    public static Reading of(OpenReport report) {
        return new Reading(report.query(), report.cursor(), false);
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
