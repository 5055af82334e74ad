package io.github.camelcallrail;

import io.github.camelcallrail.checkpoint.Change;
import io.github.camelcallrail.checkpoint.Checkpoint;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is new or changed in a report, and what failed before: first the times around which records failed, then everything from
 * where the checkpoint says to now.
 */
final class IncrementalFeed implements Feed {

    private static final Logger LOG = LoggerFactory.getLogger(IncrementalFeed.class);

    private final Checkpoint checkpoint;
    private final Deque<Supplier<Reading>> retries;
    private final Optional<Supplier<Reading>> main;
    private final Runnable atEnd;
    private final boolean split;
    private final Deque<Queue<Object>> ready = new ArrayDeque<>();
    private Stage stage = Stage.RETRIES;
    private Reading reading;

    private enum Stage {
        RETRIES,
        MAIN,
        END
    }

    /**
     * @param retries begins to read a time around which records failed
     * @param main begins to read everything else; empty when there is nothing that can be asked for
     * @param atEnd completes the checkpoint once that was read to its end
     */
    IncrementalFeed(
            Checkpoint checkpoint,
            Collection<Supplier<Reading>> retries,
            Optional<Supplier<Reading>> main,
            Runnable atEnd,
            boolean split) {
        this.checkpoint = checkpoint;
        this.retries = new ArrayDeque<>(retries);
        this.main = main;
        this.atEnd = atEnd;
        this.split = split;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && mayRead()) {
            read();
        }
        return !ready.isEmpty();
    }

    @Override
    public Queue<Object> page() {
        return hasNext() ? ready.remove() : new ArrayDeque<>();
    }

    /** Records that failed may always be read again; others only while not too many have failed. */
    private boolean mayRead() {
        return stage == Stage.RETRIES && !(retries.isEmpty() && reading == null)
                || stage != Stage.END && !checkpoint.clogged();
    }

    /** Reads a page, or begins what is next. */
    private void read() {
        if (reading == null) {
            begin();
            return;
        }
        long index = reading.cursor().taken();
        List<CallRailRecord> rows = reading.page();
        if (rows.isEmpty()) {
            reading = null;
            stage = stage == Stage.MAIN ? Stage.END : stage;
            return;
        }
        List<Change> changes = stage == Stage.RETRIES ? checkpoint.retry(rows) : checkpoint.examine(rows);
        if (!changes.isEmpty()) {
            ready.add(Delivery.ofChanges(reading, changes, index, split));
        }
        checkpoint.saveComparisons();
    }

    private void begin() {
        if (!retries.isEmpty()) {
            reading = retries.remove().get();
        } else {
            stage = main.isPresent() ? Stage.MAIN : Stage.END;
            reading = main.map(Supplier::get).orElse(null);
        }
    }

    @Override
    public void settle(Delivery delivery, boolean done) {
        delivery.changes().forEach(change -> checkpoint.settle(change, done));
    }

    @Override
    public void confirm() {
        checkpoint.confirm();
    }

    @Override
    public void close() {
        checkpoint.confirm();
        if (stage == Stage.END) {
            atEnd.run();
        } else {
            LOG.warn(
                    "{} records have failed and wait to be sent again; nothing new is read until some of them succeed",
                    checkpoint.failed());
        }
    }
}
