package io.github.camelcallrail;

import io.github.camelcallrail.checkpoint.RecordChange;
import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.camel.Message;

/**
 * What one exchange of the consumer carries: a record, or a page of them.
 *
 * @param reading where it comes from, at its page
 * @param body the record or the records
 * @param recordId id of the record; empty for a page and for rows of summaries
 * @param index position of the record, or of the first of them, among all that were read, the first being 0
 * @param changes why its records are sent, all for the same reason; empty when everything is
 */
record Delivery(Reading reading, Object body, String recordId, long index, List<RecordChange> changes) {

    /** The rows of the page that the reading stands at, one a delivery or all in one. Empty when no row is left. */
    static Queue<Object> ofPage(Reading reading, boolean split) {
        RecordCursor cursor = reading.cursor();
        Queue<Object> deliveries = new ArrayDeque<>();
        if (!cursor.hasNext()) {
            return deliveries;
        }
        Reading atPage = reading.atPage();
        long index = cursor.taken();
        List<CallRailRecord> rows = reading.page();
        if (!split) {
            deliveries.add(new Delivery(atPage, CallRailRecords.of(rows), "", index, List.of()));
            return deliveries;
        }
        for (CallRailRecord row : rows) {
            deliveries.add(new Delivery(atPage, row, row.id(), index++, List.of()));
        }
        return deliveries;
    }

    /**
     * Some rows of the page that the reading has just given, one a delivery; or the new in one and the changed in another, as one
     * header says which they are.
     *
     * @param index position of the first row of the page
     */
    static Queue<Object> ofChanges(Reading reading, List<RecordChange> changes, long index, boolean split) {
        Reading atPage = reading.atPage();
        Queue<Object> deliveries = new ArrayDeque<>();
        if (split) {
            for (RecordChange change : changes) {
                CallRailRecord row = change.record();
                deliveries.add(new Delivery(atPage, row, row.id(), index + change.place(), List.of(change)));
            }
            return deliveries;
        }
        for (RecordChange.Kind kind : RecordChange.Kind.values()) {
            List<RecordChange> some =
                    changes.stream().filter(change -> change.kind() == kind).toList();
            if (!some.isEmpty()) {
                CallRailRecords rows = CallRailRecords.of(
                        some.stream().map(RecordChange::record).toList());
                deliveries.add(
                        new Delivery(atPage, rows, "", index + some.get(0).place(), some));
            }
        }
        return deliveries;
    }

    void describe(Message message, boolean last) {
        reading.describe(message);
        if (!recordId.isEmpty()) {
            message.setHeader(CallRailConstants.RECORD_ID, recordId);
        }
        message.setHeader(CallRailConstants.RECORD_INDEX, index);
        changes.stream()
                .findFirst()
                .ifPresent(change -> message.setHeader(
                        CallRailConstants.CHANGE, change.kind().name()));
        message.setHeader(CallRailConstants.LAST_RECORD, last);
        if (last) {
            reading.describeEnd(message);
        }
        message.setBody(body);
    }
}
