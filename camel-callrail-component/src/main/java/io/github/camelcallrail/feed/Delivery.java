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
 * The content of one exchange of a consumer: a record, or records of one page.
 *
 * @param page the page that the records come from
 * @param body the record or the records
 * @param recordId id of the record; empty for a page and for records of summaries
 * @param index position of the record, or of the first record, among all records read, starting at 0
 * @param changes the changes that it sends, all of the same kind; empty if the feed sends everything
 */
public record Delivery(ReadingPage page, Object body, String recordId, long index, List<RecordChange> changes) {

    /** Deliveries of the current page: one per record, or one for all. Empty if no record is left. */
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
     * Deliveries of some records of the page that was read last: one per record, or one for the new and one for the
     * changed records, because a header tells which they are.
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

    /** Whether its records are new or changed; empty if the feed sends everything. */
    public Optional<RecordChange.Kind> kind() {
        return changes.stream().findFirst().map(RecordChange::kind);
    }
}
