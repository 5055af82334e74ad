package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.report.CallRailRecord;
import java.time.Instant;

/** A record to send, because it is new, or not what it was when it was sent last, or failed then. */
public final class RecordChange {

    /** Why a record is sent. */
    public enum Kind {
        /** Not sent before, as far back as the look-back reaches. */
        CREATED,
        /** Sent before, and changed since. */
        UPDATED
    }

    private final CallRailRecord record;
    private final Kind kind;
    private final Instant time;
    private final boolean untimed;
    private final long fingerprint;
    private final int place;
    private final Runnable settled;

    /**
     * @param time its own; where that says nothing, that of the record before it
     * @param untimed whether its own says nothing
     * @param place where it is on its page
     * @param settled what to do once it is known what became of it
     */
    RecordChange(
            CallRailRecord record,
            Kind kind,
            Instant time,
            boolean untimed,
            long fingerprint,
            int place,
            Runnable settled) {
        this.record = requireNonNull(record, "record is null");
        this.kind = requireNonNull(kind, "kind is null");
        this.time = requireNonNull(time, "time is null");
        this.untimed = untimed;
        this.fingerprint = fingerprint;
        this.place = place;
        this.settled = settled;
    }

    public CallRailRecord record() {
        return record;
    }

    public Kind kind() {
        return kind;
    }

    /** Its position among the rows that were examined with it, the first being 0. */
    public int place() {
        return place;
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
