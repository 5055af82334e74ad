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
 * The fingerprints of lists that are not sorted by time. All are in memory during a walk, since a record can come
 * anywhere in it; they are saved in buckets of at most 1000, so that a change writes one bucket only.
 */
final class ListLedger implements FingerprintLedger {

    private static final int MAX_IN_BUCKET = 1000;

    /** A bucket is cleaned up when more than one in this many records is too old. */
    private static final int OLD_FRACTION = 4;

    private final StateStore store;
    private final FingerprintBasis basis;
    private final long generation;
    private final Optional<Duration> lookback;
    private final Map<Integer, FingerprintBucket> buckets = new TreeMap<>();
    private final Map<Integer, BucketEntry> entries = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> unmet = new LinkedHashSet<>();
    private final Set<Integer> unsaved = new HashSet<>();
    private boolean written;
    private boolean unnamed;
    private int open;

    /**
     * @param basis the basis of the fingerprints compared now
     * @param before the index in the header
     * @param lookback how far back records are kept; empty to keep them as long as the list contains them
     * @param generation the generation of the header
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
        entries.putAll(before.entries());
        entries.forEach((number, entry) -> load(number, entry));
        // A process that ended before it wrote the header may have written one more bucket.
        load(entries.size(), null);
        unmet.addAll(numbers.keySet());
    }

    private void load(int number, BucketEntry entry) {
        FingerprintBucket bucket = SavedBucket.of(store, name(number), basis, entry, generation);
        buckets.put(number, bucket);
        bucket.records().keySet().forEach(key -> numbers.put(key, number));
        unnamed |= bucket.records().keySet().stream().anyMatch(RecordKey::isUnnamed);
    }

    @Override
    public SentRecord find(String id, Instant time) {
        String key = keyOf(id);
        unmet.remove(key);
        Integer number = numbers.get(key);
        return number == null ? null : buckets.get(number).find(id);
    }

    /** The key under which a record is held now. */
    private String keyOf(String id) {
        String key = RecordKey.of(id);
        if (!unnamed || numbers.containsKey(key)) {
            return key;
        }
        String hashed = RecordKey.unnamed(Hash64.of(id));
        return numbers.containsKey(hashed) ? hashed : key;
    }

    @Override
    public void put(String id, Instant time, long fingerprint) {
        String before = keyOf(id);
        unmet.remove(before);
        Integer known = numbers.remove(before);
        int number = known == null ? openBucket() : known;
        numbers.put(RecordKey.of(id), number);
        buckets.get(number).put(id, fingerprint, (int) FingerprintBucket.dayOf(time));
        unsaved.add(number);
    }

    private int openBucket() {
        while (buckets.computeIfAbsent(open, number -> new FingerprintBucket(0)).size() >= MAX_IN_BUCKET) {
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
            entries.put(number, new BucketEntry(0, next, buckets.get(number).size()));
        }
        written |= !unsaved.isEmpty();
        unsaved.clear();
    }

    @Override
    public void endWalk(Instant read) {
        if (lookback.isEmpty()) {
            unmet.forEach(key -> {
                int number = numbers.remove(key);
                buckets.get(number).remove(key);
                unsaved.add(number);
            });
        } else if (written) {
            // Only along with other changes: a poll that finds nothing writes no bucket.
            long oldest = FingerprintBucket.dayOf(read.minus(lookback.get()));
            buckets.forEach((number, bucket) -> {
                if (bucket.olderThan(oldest) * OLD_FRACTION > bucket.size()) {
                    bucket.removeOlderThan(oldest);
                    unsaved.add(number);
                }
            });
        }
        unmet.clear();
    }

    @Override
    public int ringSize() {
        return 0;
    }

    @Override
    public Map<Integer, BucketEntry> entries() {
        return entries;
    }

    @Override
    public Instant oldestKept() {
        return Instant.MIN;
    }

    @Override
    public Instant oldestCompared(Instant read) {
        return lookback.map(read::minus).orElse(Instant.MIN);
    }

    private static String name(int number) {
        return "list." + number;
    }
}
