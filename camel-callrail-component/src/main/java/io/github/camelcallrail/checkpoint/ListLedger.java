package io.github.camelcallrail.checkpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fingerprints of lists that are not sorted by time. All are held during a walk, since a row can come anywhere in it; they
 * are saved in buckets of some hundred, so that a change writes one of these.
 */
final class ListLedger implements FingerprintLedger {

    private static final int MOST_IN_BUCKET = 1000;

    /** Which part of a bucket must be too old before it is worth a write. */
    private static final int OLD_PART = 4;

    private final StateStore store;
    private final FingerprintBasis basis;
    private final long generation;
    private final Optional<Duration> lookback;
    private final Map<Integer, FingerprintBucket> buckets = new TreeMap<>();
    private final Map<Integer, BucketEntry> slots = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> unmet = new LinkedHashSet<>();
    private final Set<Integer> unsaved = new HashSet<>();
    private boolean written;
    private boolean unnamed;
    private int open;

    /**
     * @param basis of the fingerprints that are compared
     * @param before what the header says
     * @param lookback how far back rows are kept; empty to keep them as long as the list has them
     * @param generation that of the header
     */
    ListLedger(
            StateStore store,
            FingerprintBasis basis,
            LedgerIndex before,
            Optional<Duration> lookback,
            long generation) {
        this.store = store;
        this.basis = basis;
        this.generation = generation;
        this.lookback = lookback;
        slots.putAll(before.slots());
        slots.forEach((number, slot) -> load(number, slot));
        // Of a process that ended before it wrote the header.
        load(slots.size(), null);
        unmet.addAll(places.keySet());
    }

    private void load(int number, BucketEntry slot) {
        FingerprintBucket bucket = SavedBucket.of(store, name(number), basis, slot, generation);
        buckets.put(number, bucket);
        bucket.records().keySet().forEach(key -> places.put(key, number));
        unnamed |= bucket.records().keySet().stream().anyMatch(RecordKey::isUnnamed);
    }

    @Override
    public SentRecord find(String id, Instant time) {
        String key = keyOf(id);
        unmet.remove(key);
        Integer place = places.get(key);
        return place == null ? null : buckets.get(place).find(id);
    }

    /** The name under which a record is held now. */
    private String keyOf(String id) {
        String key = RecordKey.of(id);
        if (!unnamed || places.containsKey(key)) {
            return key;
        }
        String hashed = RecordKey.unnamed(Hash64.of(id));
        return places.containsKey(hashed) ? hashed : key;
    }

    @Override
    public void put(String id, Instant time, long fingerprint) {
        String before = keyOf(id);
        unmet.remove(before);
        Integer known = places.remove(before);
        int place = known == null ? openBucket() : known;
        places.put(RecordKey.of(id), place);
        buckets.get(place).put(id, fingerprint, (int) day(time));
        unsaved.add(place);
    }

    private int openBucket() {
        while (buckets.computeIfAbsent(open, number -> new FingerprintBucket(0)).size() >= MOST_IN_BUCKET) {
            open++;
        }
        return open;
    }

    @Override
    public boolean changed() {
        return !unsaved.isEmpty();
    }

    @Override
    public void save(long next) {
        for (int number : unsaved) {
            store.write(name(number), buckets.get(number), next, basis);
            slots.put(number, new BucketEntry(0, next, buckets.get(number).size()));
        }
        written |= !unsaved.isEmpty();
        unsaved.clear();
    }

    @Override
    public void end(Instant read) {
        if (lookback.isEmpty()) {
            unmet.forEach(key -> {
                int place = places.remove(key);
                buckets.get(place).remove(key);
                unsaved.add(place);
            });
        } else if (written) {
            // Never for itself: a poll that finds nothing writes no bucket.
            long oldest = day(read.minus(lookback.get()));
            buckets.forEach((number, bucket) -> {
                if (bucket.olderThan(oldest) * OLD_PART > bucket.size()) {
                    bucket.removeOlderThan(oldest);
                    unsaved.add(number);
                }
            });
        }
        unmet.clear();
    }

    @Override
    public int ring() {
        return 0;
    }

    @Override
    public Map<Integer, BucketEntry> slots() {
        return slots;
    }

    @Override
    public Instant firstPut() {
        return Instant.MIN;
    }

    @Override
    public Instant firstLooked(Instant read) {
        return lookback.map(read::minus).orElse(Instant.MIN);
    }

    private static String name(int number) {
        return "list." + number;
    }

    private static long day(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }
}
