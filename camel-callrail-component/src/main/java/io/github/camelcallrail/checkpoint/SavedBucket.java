package io.github.camelcallrail.checkpoint;

import java.util.Optional;

/** Reads a bucket and checks it against the header. */
final class SavedBucket {

    private SavedBucket() {}

    /**
     * The bucket of a name; empty if there is none.
     *
     * @param entry the entry in the header; null if there is none
     * @param generation the generation of the header
     */
    static FingerprintBucket of(
            StateStore store, String name, FingerprintBasis basis, BucketEntry entry, long generation) {
        Optional<BucketText> saved = store.bucket(name, basis);
        if (entry == null) {
            // A bucket that is not newer than the header is left from before the look-back was changed, and out of
            // date.
            return saved.filter(found -> found.generation() > generation)
                    .map(BucketText::bucket)
                    .orElseGet(() -> new FingerprintBucket(0));
        }
        BucketText found = saved.orElseThrow(() -> ChecksummedText.damaged(store.key(name), "it is missing"));
        // A newer bucket was written by a process that ended before it wrote the header.
        if (found.generation() < entry.generation()) {
            throw ChecksummedText.damaged(
                    store.key(name),
                    "it is older than the header '%s' says (%s, not %s)"
                            .formatted(store.key(), found.generation(), entry.generation()));
        }
        return found.bucket();
    }
}
