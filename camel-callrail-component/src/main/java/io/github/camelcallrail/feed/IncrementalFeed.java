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
 * What is new or changed in a report, and what failed before: first the times around which records failed, then everything from
 * where the checkpoint says to now.
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
     * @param status is told how far it is
     * @param running whether to read on: a long reading may have nothing to hand out for many pages
     * @param comparable whether rows have the columns that the checkpoint compares
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
        status.look(checkpoint);
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
        return hasNext() ? ready.remove() : new ArrayDeque<>();
    }

    /** What failed before may always be read again; the rest only while not too much has failed. */
    private boolean mayRead() {
        boolean retrying = stage == Stage.RETRIES && (reading != null || !retries.isEmpty());
        boolean over = stage == Stage.END || stage == Stage.OUTDATED;
        return retrying || !over && !checkpoint.tooManyFailures();
    }

    /** Whether another feed has to go on, because rows no more have the columns that this one compares. */
    boolean outdated() {
        return stage == Stage.OUTDATED;
    }

    /** Reads a page, or begins what is next. */
    private void read() {
        if (reading == null) {
            begin();
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
        List<RecordChange> changes = stage == Stage.RETRIES ? checkpoint.retry(records) : checkpoint.examine(records);
        if (!changes.isEmpty()) {
            ready.add(Delivery.ofChanges(reading, changes, index, split));
        }
        checkpoint.saveComparisons();
    }

    private void begin() {
        if (!retries.isEmpty()) {
            reading = retries.remove().get();
        } else {
            stage = readings.main().isPresent() ? Stage.MAIN : Stage.END;
            reading = readings.main().map(Supplier::get).orElse(null);
        }
    }

    @Override
    public void settle(Delivery delivery, boolean done) {
        delivery.changes().forEach(change -> checkpoint.settle(change, done));
    }

    @Override
    public void confirm() {
        checkpoint.confirm();
        status.look(checkpoint);
    }

    @Override
    public void close() {
        checkpoint.confirm();
        if (stage == Stage.END) {
            readings.atEnd().run();
        }
        status.tell(checkpoint);
    }
}
