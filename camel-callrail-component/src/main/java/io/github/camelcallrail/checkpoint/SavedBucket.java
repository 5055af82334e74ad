package io.github.camelcallrail.checkpoint;

import java.util.Optional;

/** Gets a bucket and holds it against what the header says of it. */
final class SavedBucket {

    private SavedBucket() {}

    /**
     * The bucket of that name, empty when there was none.
     *
     * @param slot what the header says; null when it knows of none
     * @param generation that of the header
     */
    static FingerprintBucket of(
            StateStore store, String name, FingerprintBasis basis, BucketEntry slot, long generation) {
        Optional<BucketText> saved = store.bucket(name, basis);
        if (slot == null) {
            // One that the header should know is from before the look-back was changed, and what it says is out of
            // date.
            return saved.filter(found -> found.generation() > generation)
                    .map(BucketText::bucket)
                    .orElseGet(() -> new FingerprintBucket(0));
        }
        BucketText found = saved.orElseThrow(() -> ChecksummedText.damaged(store.key(name), "it is missing"));
        // A later one is that of a process that ended before it wrote the header.
        if (found.generation() < slot.generation()) {
            throw ChecksummedText.damaged(
                    store.key(name),
                    "it is older than what the header '%s' says (%s, not %s)"
                            .formatted(store.key(), found.generation(), slot.generation()));
        }
        return found.bucket();
    }
}
