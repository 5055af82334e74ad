package io.github.camelcallrail.checkpoint;

/** How a bucket names a record: by its id or, where a release before ids were saved wrote it, by the hash of its id. */
final class RecordKey {

    private static final String UNNAMED = "#";

    private RecordKey() {}

    static String of(String id) {
        return id.startsWith(UNNAMED) ? UNNAMED + id : id;
    }

    /** The name of a record whose id is known by its hash only. No id has the same. */
    static String unnamed(long hashOfId) {
        return UNNAMED + Hash64.hex(hashOfId);
    }

    static boolean isUnnamed(String key) {
        return key.startsWith(UNNAMED) && !key.startsWith(UNNAMED + UNNAMED);
    }
}
