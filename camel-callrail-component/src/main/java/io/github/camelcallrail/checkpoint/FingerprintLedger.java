package io.github.camelcallrail.checkpoint;

import java.time.Instant;
import java.util.Map;

/**
 * The fingerprints of the records that were sent. Changes are saved by {@link #save}, not earlier. Used by one thread;
 * after a failure, discard it.
 */
interface FingerprintLedger {

    /** The record as it was sent; null if it is not known. */
    SentRecord find(String id, Instant time);

    /** Adds a record that was sent. Records that are too old to keep are left out. */
    void put(String id, Instant time, long fingerprint);

    /** Whether there are unsaved changes. */
    boolean changed();

    /** Writes the unsaved changes. */
    void save(long generation);

    /** Ends a walk: records that it did not meet, or that are too old to be compared, may be dropped. */
    void endWalk(Instant read);

    /** The number of days in the ring; 0 if buckets do not hold days. */
    int ringSize();

    /** The saved buckets by number. */
    Map<Integer, BucketEntry> entries();

    /** Records older than this are not kept. */
    Instant oldestKept();

    /** Records older than this are no longer compared once everything up to a time was read. */
    Instant oldestCompared(Instant read);
}
