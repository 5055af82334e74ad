package io.github.camelcallrail.feed;

import io.github.camelcallrail.checkpoint.Checkpoint;
import io.github.camelcallrail.checkpoint.RecordChange;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The new, changed and failed records of a report: first retries, which read the times around failed records, then the
 * main reading, from the start that the checkpoint gives up to now. Records that others ask for come between any two
 * pages.
 */
final class IncrementalFeed implements Feed {

    private final Checkpoint checkpoint;
    private final IncrementalReadings readings;
    private final Deque<Supplier<Reading>> retries;
    private final CheckpointStatus status;
    private final BooleanSupplier running;
    private final BooleanSupplier comparable;
    private final boolean split;
    private final Deque<Queue<Object>> ready = new ArrayDeque<>();
    private Stage stage = Stage.RETRIES;
    private Reading reading;

    private enum Stage {
        RETRIES,
        MAIN,
        END,
        OUTDATED
    }

    /**
     * @param status updated with the progress
     * @param running whether to continue reading: a long reading may have nothing to deliver for many pages
     * @param comparable whether records have the fields that the checkpoint compares
     */
    IncrementalFeed(
            Checkpoint checkpoint,
            IncrementalReadings readings,
            CheckpointStatus status,
            BooleanSupplier running,
            BooleanSupplier comparable,
            boolean split) {
        this.checkpoint = checkpoint;
        this.readings = readings;
        this.retries = new ArrayDeque<>(readings.retries());
        this.status = status;
        this.running = running;
        this.comparable = comparable;
        this.split = split;
        status.update(checkpoint);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && mayRead() && running.getAsBoolean()) {
            read();
        }
        return !ready.isEmpty();
    }

    @Override
    public Queue<Object> page() {
        // By now the previous page is confirmed.
        readings.refresh().ifPresent(RefreshReading::confirmed);
        return hasNext() ? ready.remove() : new ArrayDeque<>();
    }

    /** Failed records may always be read again; others only while not too many have failed. */
    private boolean mayRead() {
        if (refreshing()) {
            return true;
        }
        boolean retrying = stage == Stage.RETRIES && (reading != null || !retries.isEmpty());
        boolean ended = stage == Stage.END || stage == Stage.OUTDATED;
        return retrying || !ended && !checkpoint.tooManyFailures();
    }

    /** Whether there are records to read that others ask for. They come first, because something happened to them. */
    private boolean refreshing() {
        return stage != Stage.OUTDATED
                && !checkpoint.tooManyFailures()
                && readings.refresh().filter(RefreshReading::active).isPresent();
    }

    /** Whether another feed must continue, because records no longer have the fields that this one compares. */
    boolean outdated() {
        return stage == Stage.OUTDATED;
    }

    /** Reads a page, or begins the next reading. */
    private void read() {
        if (refreshing()) {
            readRefreshed();
            return;
        }
        if (reading == null) {
            beginNext();
            return;
        }
        long index = reading.cursor().taken();
        List<CallRailRecord> records = reading.page();
        if (!comparable.getAsBoolean()) {
            reading = null;
            stage = Stage.OUTDATED;
            return;
        }
        if (records.isEmpty()) {
            reading = null;
            stage = stage == Stage.MAIN ? Stage.END : stage;
            return;
        }
        List<RecordChange> changes = stage == Stage.RETRIES
                ? checkpoint.retry(records)
                : checkpoint.examine(records, reading.cursor().oldestFirst());
        if (!changes.isEmpty()) {
            ready.add(Delivery.ofChanges(reading, changes, index, split));
        }
        checkpoint.saveComparisons();
    }

    private void readRefreshed() {
        Queue<Object> deliveries = readings.refresh().orElseThrow().read(checkpoint);
        if (!comparable.getAsBoolean()) {
            reading = null;
            stage = Stage.OUTDATED;
        } else if (!deliveries.isEmpty()) {
            ready.add(deliveries);
        }
    }

    private void beginNext() {
        if (!retries.isEmpty()) {
            reading = retries.remove().get();
        } else {
            stage = readings.main().isPresent() ? Stage.MAIN : Stage.END;
            reading = readings.main().map(Supplier::get).orElse(null);
        }
    }

    @Override
    public void settle(Delivery delivery, boolean done) {
        for (RecordChange change : delivery.changes()) {
            checkpoint.settle(change, done);
            if (done) {
                status.sent(change);
            }
        }
    }

    @Override
    public boolean resumable() {
        return checkpoint.resumable();
    }

    @Override
    public void confirm() {
        checkpoint.confirm();
        status.update(checkpoint);
    }

    @Override
    public void close() {
        checkpoint.confirm();
        readings.refresh().ifPresent(RefreshReading::confirmed);
        if (stage == Stage.END) {
            readings.atEnd().run();
        }
        status.updateAndLog(checkpoint);
    }
}
