package io.github.camelcallrail.reader;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.query.ReportQuery;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A report that is about to be read. Used by one thread at a time.
 *
 * @param query what is asked, with the dates that it came to
 * @param cursor gives its records; nothing is asked before the first is asked for
 * @param correction once an answer is there: the report for the dates that were meant, if these are not they
 */
public record OpenReport(ReportQuery query, RecordCursor cursor, Supplier<Optional<OpenReport>> correction) {

    public OpenReport {
        requireNonNull(query, "query is null");
        requireNonNull(cursor, "cursor is null");
        requireNonNull(correction, "correction is null");
    }

    /**
     * The report to read: this one, or another in its place when the answer to its first request shows that this
     * machine's clock is ahead of CallRail's, so that its dates are not those that were meant. Of a report with dates
     * it fetches the first page.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure when that page cannot be had; another try resumes there
     */
    public OpenReport corrected() {
        if (query.window().isEmpty()) {
            return this;
        }
        cursor.hasNext();
        return correction.get().orElse(this);
    }
}
