package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The index of the saved fingerprints.
 *
 * @param ringSize the number of days in the ring; 0 if buckets do not hold days
 * @param since every record sent from this time on has a fingerprint; empty during the first walk
 * @param entries the saved buckets by number
 */
record LedgerIndex(int ringSize, Optional<Instant> since, Map<Integer, BucketEntry> entries) {

    LedgerIndex {
        requireNonNull(since, "since is null");
        entries = Map.copyOf(entries);
    }

    static LedgerIndex empty(int ringSize) {
        return new LedgerIndex(ringSize, Optional.empty(), Map.of());
    }

    LedgerIndex since(Instant time) {
        return new LedgerIndex(ringSize, Optional.of(time), entries);
    }

    /** The number of records with a fingerprint. */
    long records() {
        return entries.values().stream().mapToLong(BucketEntry::records).sum();
    }
}
