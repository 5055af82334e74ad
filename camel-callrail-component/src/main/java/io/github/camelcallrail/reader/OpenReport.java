package io.github.camelcallrail.reader;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.query.ReportQuery;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A report that is ready to be read. Used by one thread at a time.
 *
 * @param query the query, with resolved dates
 * @param cursor the cursor over its records; sends no request before the first record is needed
 * @param correction after the first response: the report with corrected dates; empty if the dates were right
 */
public record OpenReport(ReportQuery query, RecordCursor cursor, Supplier<Optional<OpenReport>> correction) {

    public OpenReport {
        requireNonNull(query, "query is null");
        requireNonNull(cursor, "cursor is null");
        requireNonNull(correction, "correction is null");
    }

    /**
     * The report to read: this one, or one with corrected dates if the response to the first request shows that this
     * machine's clock is ahead of CallRail's. Fetches the first page of a report with dates.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure if that page cannot be fetched; a retry resumes there
     */
    public OpenReport corrected() {
        if (query.window().isEmpty()) {
            return this;
        }
        cursor.hasNext();
        return correction.get().orElse(this);
    }
}
