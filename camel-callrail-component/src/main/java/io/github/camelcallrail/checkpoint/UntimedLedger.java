package io.github.camelcallrail.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A ledger by time that keeps the records whose time says nothing in a bucket of their own, by id alone: where they stand is taken
 * from their neighbours, and these come and go. One whose time is repaired moves to the bucket of its day.
 */
final class UntimedLedger implements FingerprintLedger {

    /** Stands for the time of a record whose time says nothing. */
    static final Instant UNTIMED = Instant.MIN;

    private static final String NAME = "untimed";
    private static final int NUMBER = -1;

    private final StateStore store;
    private final FingerprintBasis basis;
    private final Duration lookback;
    private final long today;
    private final long generation;
    private final FingerprintLedger timed;
    private final Set<String> met = new HashSet<>();
    private BucketEntry slot;
    private FingerprintBucket bucket;
    private boolean unsaved;

    /**
     * @param before what the header says
     * @param lookback how far back records are kept
     * @param read what is known to be read
     * @param timed makes the ledger of all others of what the header says of those
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
        this.today = day(read);
        this.generation = generation;
        this.slot = before.slots().get(NUMBER);
        Map<Integer, BucketEntry> others = new HashMap<>(before.slots());
        others.remove(NUMBER);
        this.timed = timed.apply(new LedgerIndex(before.ring(), before.since(), others));
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

    /** Whether it holds any, without reading it. */
    private boolean any() {
        return bucket != null ? bucket.size() > 0 : slot != null && slot.records() > 0;
    }

    private FingerprintBucket bucket() {
        if (bucket == null) {
            bucket = SavedBucket.of(store, NAME, basis, slot, generation);
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
            slot = new BucketEntry(0, next, bucket.size());
            unsaved = false;
        }
    }

    @Override
    public void end(Instant read) {
        timed.end(read);
        long oldest = day(read.minus(lookback));
        if (any() && bucket().olderThan(oldest) > 0) {
            // Old is one that no walk comes to any more.
            met.stream().filter(id -> bucket.find(id) != null).forEach(id -> bucket.renew(id, (int) today));
            bucket.removeOlderThan(oldest);
            unsaved = true;
        }
    }

    @Override
    public int ring() {
        return timed.ring();
    }

    @Override
    public Map<Integer, BucketEntry> slots() {
        Map<Integer, BucketEntry> all = new HashMap<>(timed.slots());
        if (slot != null) {
            all.put(NUMBER, slot);
        }
        return all;
    }

    @Override
    public Instant firstPut() {
        return timed.firstPut();
    }

    @Override
    public Instant firstLooked(Instant read) {
        return timed.firstLooked(read);
    }

    private static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }
}
