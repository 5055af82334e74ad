package io.github.camelcallrail.checkpoint;

import java.time.Instant;
import java.util.Map;

/**
 * The fingerprints of the records that were sent. What is put in is saved by {@link #save} and not before. Used by one thread;
 * after a failure it must not be used any more.
 */
interface FingerprintLedger {

    /** What is known of a record that was sent; null when it was not. */
    SentRecord find(String id, Instant time);

    /** Takes note of a record that was sent. Records older than is kept are left out. */
    void put(String id, Instant time, long fingerprint);

    /** Whether anything is not saved. */
    boolean changed();

    /** Writes what is not saved. */
    void save(long generation);

    /** A walk is at its end, so that what it did not meet, or is older than anything that is looked at, may go. */
    void end(Instant read);

    /** How many days there is room for; 0 where buckets are not of days. */
    int ring();

    /** The buckets that were saved, by number. */
    Map<Integer, BucketEntry> slots();

    /** Rows older than that are not put in. */
    Instant firstPut();

    /** Rows older than that are not looked at any more once everything up to a time was read. */
    Instant firstLooked(Instant read);
}
