package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.report.CallRailRecord;
import java.time.Instant;

/** A record to send, because it is new, has changed since it was last sent, or failed. */
public final class RecordChange {

    /** Why a record is sent. */
    public enum Kind {
        /** Not sent before, as far as the look-back reaches. */
        CREATED,
        /** Sent before, and changed since. */
        UPDATED
    }

    private final CallRailRecord record;
    private final Kind kind;
    private final Instant time;
    private final boolean untimed;
    private final long fingerprint;
    private final int index;
    private final Runnable settled;
    private final boolean refreshed;

    /**
     * @param time its own time; if that is not usable, the time of the record before it
     * @param untimed whether its own time is not usable
     * @param index its position among the records examined with it
     * @param settled what to run once its exchange has ended
     * @param refreshed whether it was found because somebody asked for this record
     */
    RecordChange(
            CallRailRecord record,
            Kind kind,
            Instant time,
            boolean untimed,
            long fingerprint,
            int index,
            Runnable settled,
            boolean refreshed) {
        this.record = requireNonNull(record, "record is null");
        this.kind = requireNonNull(kind, "kind is null");
        this.time = requireNonNull(time, "time is null");
        this.untimed = untimed;
        this.fingerprint = fingerprint;
        this.index = index;
        this.settled = settled;
        this.refreshed = refreshed;
    }

    public CallRailRecord record() {
        return record;
    }

    public Kind kind() {
        return kind;
    }

    /** Its position among the records examined with it, starting at 0. */
    public int index() {
        return index;
    }

    /** Whether it was found because somebody asked for this record. */
    public boolean refreshed() {
        return refreshed;
    }

    Instant time() {
        return time;
    }

    boolean untimed() {
        return untimed;
    }

    long fingerprint() {
        return fingerprint;
    }

    void settle() {
        settled.run();
    }
}
