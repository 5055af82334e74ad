package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.TimeOrder;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record of a list sorted by time.
 *
 * @param minute the minute of its time, as its first instant: requests use whole minutes, and a local time would be
 *     ambiguous when clocks are set back; empty if its time is not usable
 */
record TimedRecord(CallRailRecord record, Optional<Instant> minute) {

    /**
     * The records of a page with their times.
     *
     * @param times times outside its limits are not usable
     */
    static List<TimedRecord> of(RecordTime times, Page page) {
        List<TimedRecord> records = new ArrayList<>(page.records().size());
        for (CallRailRecord record : page.records()) {
            Optional<Instant> time = times.of(record);
            records.add(new TimedRecord(
                    record, time.isPresent() ? Optional.of(time.get().truncatedTo(ChronoUnit.MINUTES)) : time));
        }
        return records;
    }

    /** The first record that belongs before the one that precedes it; empty if they come in this order. */
    static Optional<TimedRecord> outOfOrder(List<TimedRecord> records, TimeOrder order) {
        Optional<Instant> reached = Optional.empty();
        for (TimedRecord record : records) {
            if (record.minute.isPresent()) {
                if (reached.isPresent() && order.isBefore(record.minute.get(), reached.get())) {
                    return Optional.of(record);
                }
                reached = record.minute;
            }
        }
        return Optional.empty();
    }
}
