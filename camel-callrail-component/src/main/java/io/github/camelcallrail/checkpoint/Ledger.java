package io.github.camelcallrail.checkpoint;

import java.time.Instant;

/**
 * The fingerprints of the records that were sent. What is put in is saved by {@link #save} and not before. Used by one thread;
 * after a failure it must not be used any more.
 */
interface Ledger {

    /** The fingerprint of a row when it was sent; {@link Bucket#UNKNOWN} when it was, with other columns; null when it was not. */
    Long find(long id, Instant time);

    /** Takes note of a row that was sent. Rows older than is kept are left out. */
    void put(long id, Instant time, long fingerprint);

    /** Whether anything is not saved. */
    boolean changed();

    /** Writes what is not saved. */
    void save(long generation);

    /** A walk is at its end, so that what it did not meet, or is too old to be met again, may go. */
    void end(Instant now);

    /** What the header must say of it, as it was saved. */
    LedgerIndex index();

    /** Every row since then that was sent is kept, when a walk from a start on has come to its end now. */
    Instant keptSince(Instant start, Instant now);
}
