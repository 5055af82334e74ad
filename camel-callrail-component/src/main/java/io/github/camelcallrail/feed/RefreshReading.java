package io.github.camelcallrail.feed;

import io.github.camelcallrail.checkpoint.Checkpoint;
import io.github.camelcallrail.checkpoint.RecordChange;
import io.github.camelcallrail.checkpoint.RefreshRequest;
import io.github.camelcallrail.checkpoint.RetryWindow;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records that were asked for, in the list of the report around their times: so filters apply, and the records
 * are like those of a poll. The time of a record that is not there is looked up by its id. One that is not in the list
 * even then is ignored, because the consumer would not read it either: CallRail calls it spam, or it is of another
 * company. Used by one thread.
 */
final class RefreshReading {

    /** Where the records are. */
    interface Source {

        /** The report around some times; empty if CallRail no longer keeps it. */
        Optional<Reading> around(RetryWindow times);

        /** The time of a record by which the report is sorted; empty if there is no such record. */
        Optional<Instant> time(String id);
    }

    private static final Logger LOG = LoggerFactory.getLogger(RefreshReading.class);

    private final PendingRefreshes pending;
    private final Source source;
    private final boolean split;
    private final Map<String, RefreshRequest> missing = new LinkedHashMap<>();
    private final Deque<RetryWindow> windows = new ArrayDeque<>();
    /** Those that are done but not yet confirmed, so they are still stored. */
    private final Set<RefreshRequest> finished = new LinkedHashSet<>();
    /** The ids of records whose times were looked up. */
    private final Set<String> asked = new HashSet<>();
    /** The times that were found in this way. */
    private final List<Instant> found = new ArrayList<>();

    private List<RefreshRequest> batch = List.of();
    private boolean lookedUp;
    private Reading reading;

    /** @param split whether a delivery holds one record, not a page */
    RefreshReading(PendingRefreshes pending, Source source, boolean split) {
        this.pending = pending;
        this.source = source;
        this.split = split;
    }

    /** Whether {@link #read} may have something to do. */
    boolean active() {
        return !batch.isEmpty() || pending.any();
    }

    /** Does the next step, with at most one request, and returns what is to be delivered of it. */
    Queue<Object> read(Checkpoint checkpoint) {
        if (batch.isEmpty()) {
            begin();
        } else if (reading != null) {
            return page(checkpoint);
        } else if (!windows.isEmpty()) {
            reading = source.around(windows.remove()).orElse(null);
        } else if (!lookedUp) {
            lookUp();
        } else {
            end();
        }
        return new ArrayDeque<>();
    }

    /** Removes the requests that are done. Called when everything that was delivered is confirmed. */
    void confirmed() {
        if (!finished.isEmpty()) {
            pending.done(finished);
            finished.clear();
        }
    }

    private void begin() {
        batch = pending.take(finished);
        missing.clear();
        batch.forEach(request -> missing.put(request.id(), request));
        asked.clear();
        found.clear();
        lookedUp = false;
        seek(batch.stream().flatMap(request -> request.time().stream()).toList());
    }

    private void seek(Collection<Instant> times) {
        windows.addAll(RetryWindow.of(times));
    }

    private Queue<Object> page(Checkpoint checkpoint) {
        long index = reading.cursor().taken();
        List<CallRailRecord> records = missing.isEmpty() ? List.of() : reading.page();
        if (records.isEmpty()) {
            reading = null;
            return new ArrayDeque<>();
        }
        List<RecordChange> changes = checkpoint.refresh(records, missing::containsKey);
        records.forEach(record -> missing.remove(record.id()));
        return Delivery.ofChanges(reading, changes, index, split);
    }

    /** Looks up the time of one record; after the last one, the list is read around these times. */
    private void lookUp() {
        Optional<String> next =
                missing.keySet().stream().filter(id -> !asked.contains(id)).findFirst();
        if (next.isPresent()) {
            source.time(next.get()).ifPresent(found::add);
            // Not before: if that fails, the next step asks again.
            asked.add(next.get());
        } else {
            lookedUp = true;
            seek(found);
        }
    }

    private void end() {
        missing.keySet()
                .forEach(id -> LOG.info(
                        "Record {} was to be refreshed but is not in the report, so it is ignored: there is none with"
                                + " this id, or the options of the consumer leave it out",
                        id));
        finished.addAll(batch);
        batch = List.of();
    }
}
