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
 * Fingerprints in a bucket a day, for lists sorted by time: a walk holds a day or a few of them at a time. The buckets are a ring
 * with room for the look-back, so a new day takes the place of one that is looked at no more.
 */
final class DayLedger implements FingerprintLedger {

    /** The day that has begun, and a part of a day at both ends. */
    private static final int DAYS_BESIDE_LOOKBACK = 3;

    private static final int MOST_LOADED = 3;

    private final StateStore store;
    private final FingerprintBasis basis;
    private final Duration lookback;
    private final int ring;
    private final long firstDay;
    private final Map<Integer, BucketEntry> slots;
    private final Map<Integer, FingerprintBucket> loaded = new HashMap<>();
    private final Set<Integer> unsaved = new HashSet<>();
    private final long generation;

    /**
     * @param basis of the fingerprints that are compared
     * @param before what the header says
     * @param lookback how far back rows are kept
     * @param read what is known to be read, behind which to look back
     * @param generation that of the header
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
        this.ring = ring(lookback);
        this.firstDay = day(read.minus(lookback));
        this.generation = generation;
        this.slots = new HashMap<>();
        if (before.ring() == ring) {
            slots.putAll(before.slots());
        } else {
            moveFrom(before);
        }
    }

    /** With another look-back every day has another place. What stays in the old ones is little, and not looked at again. */
    private void moveFrom(LedgerIndex old) {
        old.slots().forEach((number, slot) -> {
            int place = place(slot.day());
            FingerprintBucket there = loaded.get(place);
            // After an outage a walk may hold more days than there is room for: the later are those ahead of it.
            if (slot.day() >= firstDay && (there == null || there.day() < slot.day())) {
                loaded.put(place, moved(load(name(old.ring(), number), slot), place));
                unsaved.add(place);
            }
        });
    }

    /** A process that ended before it wrote the header may have moved the day already, and more into it. */
    private FingerprintBucket moved(FingerprintBucket bucket, int place) {
        FingerprintBucket before = load(name(ring, place), null);
        return before.day() == bucket.day() && before.size() > 0 ? before : bucket;
    }

    @Override
    public SentRecord find(String id, Instant time) {
        FingerprintBucket bucket = bucket(day(time));
        return bucket == null ? null : bucket.find(id);
    }

    @Override
    public void put(String id, Instant time, long fingerprint) {
        long day = day(time);
        FingerprintBucket bucket = bucket(day);
        if (bucket != null) {
            bucket.put(id, fingerprint, 0);
            loaded.put(place(day), bucket);
            unsaved.add(place(day));
        }
    }

    /** The bucket of a day; null for a day that is not kept. */
    private FingerprintBucket bucket(long day) {
        if (day < firstDay) {
            return null;
        }
        int place = place(day);
        if (loaded.size() > MOST_LOADED) {
            loaded.keySet().removeIf(number -> number != place && !unsaved.contains(number));
        }
        FingerprintBucket bucket = loaded.computeIfAbsent(place, number -> load(name(ring, number), slots.get(number)));
        if (bucket.day() > day) {
            return null;
        }
        return bucket.day() == day ? bucket : new FingerprintBucket(day);
    }

    private FingerprintBucket load(String name, BucketEntry slot) {
        return SavedBucket.of(store, name, basis, slot, generation);
    }

    @Override
    public boolean changed() {
        return !unsaved.isEmpty();
    }

    @Override
    public void save(long next) {
        for (int place : unsaved) {
            FingerprintBucket bucket = loaded.get(place);
            store.write(name(ring, place), bucket, next, basis);
            slots.put(place, new BucketEntry(bucket.day(), next, bucket.size()));
        }
        unsaved.clear();
    }

    @Override
    public void end(Instant read) {
        // A day goes when another takes its place.
    }

    @Override
    public int ring() {
        return ring;
    }

    @Override
    public Map<Integer, BucketEntry> slots() {
        return slots;
    }

    @Override
    public Instant firstPut() {
        return startOf(firstDay);
    }

    @Override
    public Instant firstLooked(Instant read) {
        return startOf(day(read.minus(lookback)));
    }

    private int place(long day) {
        return (int) Math.floorMod(day, (long) ring);
    }

    private static Instant startOf(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** How many days there is room for with that look-back. */
    static int ring(Duration lookback) {
        return (int) lookback.toDays() + DAYS_BESIDE_LOOKBACK;
    }

    private static String name(int ring, int place) {
        return ring + "." + place;
    }

    private static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }
}
