package io.github.camelcallrail.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Fingerprints in one bucket per day, for lists sorted by time: a walk holds a few days in memory at a time. The
 * buckets form a ring that covers the look-back, so a new day replaces one that is no longer compared.
 */
final class DayLedger implements FingerprintLedger {

    /** The current day, and a partial day at each end. */
    private static final int DAYS_BESIDE_LOOKBACK = 3;

    private static final int MAX_LOADED = 3;

    private final StateStore store;
    private final FingerprintBasis basis;
    private final Duration lookback;
    private final int ringSize;
    private final long firstDay;
    private final Map<Integer, BucketEntry> entries;
    private final Map<Integer, FingerprintBucket> loaded = new HashMap<>();
    private final Set<Integer> unsaved = new HashSet<>();
    private final long generation;

    /**
     * @param basis the basis of the fingerprints compared now
     * @param before the index in the header
     * @param lookback how far back records are kept
     * @param read the time up to which everything was read, from which to look back
     * @param generation the generation of the header
     */
    DayLedger(
            StateStore store,
            FingerprintBasis basis,
            LedgerIndex before,
            Duration lookback,
            Instant read,
            long generation) {
        this.store = store;
        this.basis = basis;
        this.lookback = lookback;
        this.ringSize = ringSize(lookback);
        this.firstDay = FingerprintBucket.dayOf(read.minus(lookback));
        this.generation = generation;
        this.entries = new HashMap<>();
        if (before.ringSize() == ringSize) {
            entries.putAll(before.entries());
        } else {
            moveFrom(before);
        }
    }

    /**
     * Another look-back gives every day another bucket number. The old buckets stay but are small and not read again.
     */
    private void moveFrom(LedgerIndex old) {
        old.entries().forEach((oldNumber, entry) -> {
            int number = number(entry.day());
            FingerprintBucket loadedBucket = loaded.get(number);
            // After an outage a walk may span more days than the ring holds: keep the later ones, which it still
            // reaches.
            if (entry.day() >= firstDay && (loadedBucket == null || loadedBucket.day() < entry.day())) {
                loaded.put(number, moved(load(name(old.ringSize(), oldNumber), entry), number));
                unsaved.add(number);
            }
        });
    }

    /** A process that ended before it wrote the header may have moved the day already, and added records to it. */
    private FingerprintBucket moved(FingerprintBucket bucket, int number) {
        FingerprintBucket before = load(name(ringSize, number), null);
        return before.day() == bucket.day() && before.size() > 0 ? before : bucket;
    }

    @Override
    public SentRecord find(String id, Instant time) {
        FingerprintBucket bucket = bucket(FingerprintBucket.dayOf(time));
        return bucket == null ? null : bucket.find(id);
    }

    @Override
    public void put(String id, Instant time, long fingerprint) {
        long day = FingerprintBucket.dayOf(time);
        FingerprintBucket bucket = bucket(day);
        if (bucket != null) {
            bucket.put(id, fingerprint, 0);
            loaded.put(number(day), bucket);
            unsaved.add(number(day));
        }
    }

    /** The bucket of a day; null if the day is not kept. */
    private FingerprintBucket bucket(long day) {
        if (day < firstDay) {
            return null;
        }
        int number = number(day);
        if (loaded.size() > MAX_LOADED) {
            loaded.keySet().removeIf(other -> other != number && !unsaved.contains(other));
        }
        FingerprintBucket bucket = loaded.get(number);
        if (bucket == null) {
            bucket = load(name(ringSize, number), entries.get(number));
            loaded.put(number, bucket);
        }
        if (bucket.day() > day) {
            return null;
        }
        return bucket.day() == day ? bucket : new FingerprintBucket(day);
    }

    private FingerprintBucket load(String name, BucketEntry entry) {
        return SavedBucket.of(store, name, basis, entry, generation);
    }

    @Override
    public boolean changed() {
        return !unsaved.isEmpty();
    }

    @Override
    public void save(long next) {
        for (int number : unsaved) {
            FingerprintBucket bucket = loaded.get(number);
            store.write(name(ringSize, number), bucket, next, basis);
            entries.put(number, new BucketEntry(bucket.day(), next, bucket.size()));
        }
        unsaved.clear();
    }

    @Override
    public void endWalk(Instant read) {
        // A day is dropped when another one takes its bucket.
    }

    @Override
    public int ringSize() {
        return ringSize;
    }

    @Override
    public Map<Integer, BucketEntry> entries() {
        return entries;
    }

    @Override
    public Instant oldestKept() {
        return startOf(firstDay);
    }

    @Override
    public Instant oldestCompared(Instant read) {
        return startOf(FingerprintBucket.dayOf(read.minus(lookback)));
    }

    private int number(long day) {
        return (int) Math.floorMod(day, (long) ringSize);
    }

    private static Instant startOf(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The number of days in the ring for a look-back. */
    static int ringSize(Duration lookback) {
        return (int) lookback.toDays() + DAYS_BESIDE_LOOKBACK;
    }

    private static String name(int ringSize, int number) {
        return ringSize + "." + number;
    }
}
