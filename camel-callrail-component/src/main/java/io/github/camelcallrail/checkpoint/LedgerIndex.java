package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Which fingerprints are kept.
 *
 * @param ring how many days there is room for; 0 where buckets are not of days
 * @param since every record since then that was sent has a fingerprint; empty while there is none
 * @param slots the buckets by number
 */
record LedgerIndex(int ring, Optional<Instant> since, Map<Integer, BucketEntry> slots) {

    LedgerIndex {
        requireNonNull(since, "since is null");
        slots = Map.copyOf(slots);
    }

    static LedgerIndex empty(int ring) {
        return new LedgerIndex(ring, Optional.empty(), Map.of());
    }

    LedgerIndex since(Instant time) {
        return new LedgerIndex(ring, Optional.of(time), slots);
    }

    /** How many records have a fingerprint. */
    long records() {
        return slots.values().stream().mapToLong(BucketEntry::records).sum();
    }
}
