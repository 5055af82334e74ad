package io.github.camelcallrail;

import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.report.ReportQuery;
import io.github.camelcallrail.window.DateWindow;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.camel.Message;

/**
 * One report being read: what was asked, and how far the reading is.
 *
 * @param query what was asked
 * @param cursor gives the records
 */
record Reading(ReportQuery query, RecordCursor cursor) {

    static final List<String> SET_BY_US = List.of(
            CallRailConstants.REPORT,
            CallRailConstants.SOURCE_ACCOUNT_ID,
            CallRailConstants.SOURCE_COMPANY_ID,
            CallRailConstants.RECORD_ID,
            CallRailConstants.WINDOW_START,
            CallRailConstants.WINDOW_END,
            CallRailConstants.WINDOW_ZONE,
            CallRailConstants.PAGE,
            CallRailConstants.RECORD_INDEX,
            CallRailConstants.LAST_RECORD,
            CallRailConstants.TOTAL_RECORDS,
            CallRailConstants.TOTALS,
            CallRailConstants.TRUNCATED);

    /** Sets the headers that are the same for everything that comes of this reading. */
    void describe(Message message) {
        message.setHeader(CallRailConstants.REPORT, query.report().name());
        if (!query.accountId().isEmpty()) {
            message.setHeader(CallRailConstants.SOURCE_ACCOUNT_ID, query.accountId());
        }
        query.parameter("company_id").ifPresent(id -> message.setHeader(CallRailConstants.SOURCE_COMPANY_ID, id));
        query.window().ifPresent(window -> describe(message, window));
        cursor.totalRecords().ifPresent(total -> message.setHeader(CallRailConstants.TOTAL_RECORDS, total));
        if (!cursor.totals().isEmpty()) {
            message.setHeader(CallRailConstants.TOTALS, cursor.totals());
        }
    }

    /** Says whether maxRecords leaves records behind, as far as that is known. */
    void describeEnd(Message message) {
        cursor.truncated().ifPresent(truncated -> message.setHeader(CallRailConstants.TRUNCATED, truncated));
    }

    /** Takes off what an earlier report left on a message, so that none of it is taken for this report's. */
    static void forget(Message message) {
        SET_BY_US.forEach(message::removeHeader);
    }

    private static void describe(Message message, DateWindow window) {
        DateTimeFormatter iso = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        message.setHeader(CallRailConstants.WINDOW_START, iso.format(window.startsAt()));
        message.setHeader(CallRailConstants.WINDOW_END, iso.format(window.endsAt()));
        message.setHeader(CallRailConstants.WINDOW_ZONE, window.zone().getId());
    }
}
