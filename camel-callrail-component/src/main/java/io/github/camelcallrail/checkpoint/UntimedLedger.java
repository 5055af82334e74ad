package io.github.camelcallrail.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A ledger by time that keeps records without a usable time in a separate bucket, by id alone: their place depends on
 * their neighbours, which come and go. A record whose time is repaired moves to the bucket of its day.
 */
final class UntimedLedger implements FingerprintLedger {

    /** Replaces the time of a record without a usable time. */
    static final Instant UNTIMED = Instant.MIN;

    private static final String NAME = "untimed";
    private static final int BUCKET_NUMBER = -1;

    private final StateStore store;
    private final FingerprintBasis basis;
    private final Duration lookback;
    private final long today;
    private final long generation;
    private final FingerprintLedger timed;
    private final Set<String> met = new HashSet<>();
    private BucketEntry entry;
    private FingerprintBucket bucket;
    private boolean unsaved;

    /**
     * @param before the index in the header
     * @param lookback how far back records are kept
     * @param read the time up to which everything was read
     * @param timed creates the ledger of all other records from their part of the index
     */
    UntimedLedger(
            StateStore store,
            FingerprintBasis basis,
            LedgerIndex before,
            Duration lookback,
            Instant read,
            long generation,
            Function<LedgerIndex, FingerprintLedger> timed) {
        this.store = store;
        this.basis = basis;
        this.lookback = lookback;
        this.today = FingerprintBucket.dayOf(read);
        this.generation = generation;
        this.entry = before.entries().get(BUCKET_NUMBER);
        Map<Integer, BucketEntry> others = new HashMap<>(before.entries());
        others.remove(BUCKET_NUMBER);
        this.timed = timed.apply(new LedgerIndex(before.ringSize(), before.since(), others));
    }

    @Override
    public SentRecord find(String id, Instant time) {
        if (time.equals(UNTIMED)) {
            met.add(id);
            return bucket().find(id);
        }
        SentRecord found = timed.find(id, time);
        return found == null && any() ? bucket().find(id) : found;
    }

    @Override
    public void put(String id, Instant time, long fingerprint) {
        if (time.equals(UNTIMED)) {
            bucket().put(id, fingerprint, (int) today);
            unsaved = true;
            return;
        }
        timed.put(id, time, fingerprint);
        if (any() && bucket().find(id) != null) {
            bucket.remove(RecordKey.of(id));
            unsaved = true;
        }
    }

    /** Whether the separate bucket holds any record, if possible without reading it. */
    private boolean any() {
        return bucket != null ? bucket.size() > 0 : entry != null && entry.records() > 0;
    }

    private FingerprintBucket bucket() {
        if (bucket == null) {
            bucket = SavedBucket.of(store, NAME, basis, entry, generation);
        }
        return bucket;
    }

    @Override
    public boolean changed() {
        return unsaved || timed.changed();
    }

    @Override
    public void save(long next) {
        timed.save(next);
        if (unsaved) {
            store.write(NAME, bucket, next, basis);
            entry = new BucketEntry(0, next, bucket.size());
            unsaved = false;
        }
    }

    @Override
    public void endWalk(Instant read) {
        timed.endWalk(read);
        long oldest = FingerprintBucket.dayOf(read.minus(lookback));
        if (any() && bucket().olderThan(oldest) > 0) {
            // A record is old if no walk meets it any more.
            met.stream().filter(id -> bucket.find(id) != null).forEach(id -> bucket.renew(id, (int) today));
            bucket.removeOlderThan(oldest);
            unsaved = true;
        }
    }

    @Override
    public int ringSize() {
        return timed.ringSize();
    }

    @Override
    public Map<Integer, BucketEntry> entries() {
        Map<Integer, BucketEntry> all = new HashMap<>(timed.entries());
        if (entry != null) {
            all.put(BUCKET_NUMBER, entry);
        }
        return all;
    }

    @Override
    public Instant oldestKept() {
        return timed.oldestKept();
    }

    @Override
    public Instant oldestCompared(Instant read) {
        return timed.oldestCompared(read);
    }
}
