package io.github.camelcallrail;

import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.camel.Message;

/**
 * What one exchange of the consumer carries: a record, or a page of them.
 *
 * @param body the record or the records
 * @param recordId id of the record; empty for a page and for rows of summaries
 * @param page number of the page, the first being 1
 * @param index position of the record, or of the first of them, in the whole report, the first being 0
 */
record Delivery(Object body, String recordId, int page, long index) {

    /** The rows of the page that the cursor stands at, one a delivery or all in one. Empty when no row is left. */
    static Queue<Object> ofPage(RecordCursor cursor, boolean split) {
        Queue<Object> deliveries = new ArrayDeque<>();
        if (!cursor.hasNext()) {
            return deliveries;
        }
        int page = cursor.pageNumber();
        long index = cursor.taken();
        List<CallRailRecord> rows = new ArrayList<>();
        for (int waiting = cursor.waiting(); waiting > 0; waiting--) {
            rows.add(cursor.next());
        }
        if (!split) {
            deliveries.add(new Delivery(CallRailRecords.of(rows), "", page, index));
            return deliveries;
        }
        for (CallRailRecord row : rows) {
            deliveries.add(new Delivery(row, row.id(), page, index++));
        }
        return deliveries;
    }

    void describe(Message message) {
        if (!recordId.isEmpty()) {
            message.setHeader(CallRailConstants.RECORD_ID, recordId);
        }
        message.setHeader(CallRailConstants.PAGE, page);
        message.setHeader(CallRailConstants.RECORD_INDEX, index);
        message.setBody(body);
    }
}
