package io.github.camelcallrail.feed;

import io.github.camelcallrail.checkpoint.RecordChange;
import io.github.camelcallrail.paging.RecordCursor;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * What one exchange of the consumer carries: a record, or a page of them.
 *
 * @param page where it comes from
 * @param body the record or the records
 * @param recordId id of the record; empty for a page and for records of summaries
 * @param index position of the record, or of the first of them, among all that were read, the first being 0
 * @param changes why its records are sent, all for the same reason; empty when everything is
 */
public record Delivery(ReadingPage page, Object body, String recordId, long index, List<RecordChange> changes) {

    /** The records of the current page, one per delivery or all in one. Empty when no record is left. */
    static Queue<Object> ofPage(Reading reading, boolean split) {
        RecordCursor cursor = reading.cursor();
        Queue<Object> deliveries = new ArrayDeque<>();
        if (!cursor.hasNext()) {
            return deliveries;
        }
        ReadingPage page = reading.atPage();
        long index = cursor.taken();
        List<CallRailRecord> records = reading.page();
        if (!split) {
            deliveries.add(new Delivery(page, CallRailRecords.of(records), "", index, List.of()));
            return deliveries;
        }
        for (CallRailRecord record : records) {
            deliveries.add(new Delivery(page, record, record.id(), index++, List.of()));
        }
        return deliveries;
    }

    /**
     * Some records of the page that was read last: one per delivery, or the new ones in one and the changed ones in another, because a
     * header says which they are.
     *
     * @param index position of the first record of the page
     */
    static Queue<Object> ofChanges(Reading reading, List<RecordChange> changes, long index, boolean split) {
        ReadingPage page = reading.atPage();
        Queue<Object> deliveries = new ArrayDeque<>();
        if (split) {
            for (RecordChange change : changes) {
                CallRailRecord record = change.record();
                deliveries.add(new Delivery(page, record, record.id(), index + change.index(), List.of(change)));
            }
            return deliveries;
        }
        for (RecordChange.Kind kind : RecordChange.Kind.values()) {
            List<RecordChange> some =
                    changes.stream().filter(change -> change.kind() == kind).toList();
            if (!some.isEmpty()) {
                CallRailRecords records = CallRailRecords.of(
                        some.stream().map(RecordChange::record).toList());
                deliveries.add(
                        new Delivery(page, records, "", index + some.get(0).index(), some));
            }
        }
        return deliveries;
    }

    /** Why its records are sent; empty when everything is. */
    public Optional<RecordChange.Kind> kind() {
        return changes.stream().findFirst().map(RecordChange::kind);
    }
}
