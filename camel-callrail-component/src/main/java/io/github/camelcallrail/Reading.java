package io.github.camelcallrail;

import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.reader.OpenReport;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.Message;

/**
 * One report being read: what is the same for everything that comes of it, and how far the reading is.
 *
 * @param cursor gives the records
 * @param headers what was asked, made once because every exchange gets them; sorted as Camel sorts headers
 */
record Reading(RecordCursor cursor, SortedMap<String, Object> headers) {

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
            CallRailConstants.CHANGE,
            CallRailConstants.WINDOW_CLAMPED,
            CallRailConstants.TOTAL_RECORDS,
            CallRailConstants.TOTALS,
            CallRailConstants.TRUNCATED);

    static Reading of(OpenReport report) {
        return of(report.query(), report.cursor());
    }

    static Reading of(ReportQuery query, RecordCursor cursor) {
        SortedMap<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put(CallRailConstants.REPORT, query.report().name());
        if (!query.accountId().isEmpty()) {
            headers.put(CallRailConstants.SOURCE_ACCOUNT_ID, query.accountId());
        }
        query.parameter("company_id").ifPresent(id -> headers.put(CallRailConstants.SOURCE_COMPANY_ID, id));
        query.window().ifPresent(window -> {
            DateTimeFormatter iso = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
            headers.put(CallRailConstants.WINDOW_START, iso.format(window.startsAt()));
            headers.put(CallRailConstants.WINDOW_END, iso.format(window.endsAt()));
            headers.put(CallRailConstants.WINDOW_ZONE, window.zone().getId());
        });
        return new Reading(cursor, headers);
    }

    /** The rows that can be had without another request, and at least one when there is one. */
    List<CallRailRecord> page() {
        List<CallRailRecord> rows = new ArrayList<>();
        if (cursor.hasNext()) {
            for (int waiting = cursor.waiting(); waiting > 0; waiting--) {
                rows.add(cursor.next());
            }
        }
        return rows;
    }

    /** The same with another header. */
    Reading with(String header, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Reading(cursor, more);
    }

    /** The same at the page that the cursor stands at, for everything that comes of that. */
    Reading atPage() {
        return counted().with(CallRailConstants.PAGE, cursor.pageNumber());
    }

    /** The same with what CallRail has counted by now. */
    Reading counted() {
        SortedMap<String, Object> more = new TreeMap<>(headers);
        cursor.totalRecords().ifPresent(total -> more.put(CallRailConstants.TOTAL_RECORDS, total));
        if (!cursor.totals().isEmpty()) {
            more.put(CallRailConstants.TOTALS, cursor.totals());
        }
        return new Reading(cursor, more);
    }

    /** Sets the headers. */
    void describe(Message message) {
        if (message.hasHeaders()) {
            headers.forEach(message::setHeader);
        } else {
            // A sorted map is copied without comparing its keys, which took a third of the time of an exchange.
            message.setHeaders(message.getExchange()
                    .getContext()
                    .getCamelContextExtension()
                    .getHeadersMapFactory()
                    .newMap(headers));
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
}
