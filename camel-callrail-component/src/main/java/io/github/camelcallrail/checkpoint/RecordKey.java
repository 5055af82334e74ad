package io.github.camelcallrail.checkpoint;

/**
 * The key of a record in a bucket: its id or, if an older release that did not save ids wrote it, the hash of its id.
 */
final class RecordKey {

    private static final String UNNAMED = "#";

    private RecordKey() {}

    static String of(String id) {
        return id.startsWith(UNNAMED) ? UNNAMED + id : id;
    }

    /** The key of a record of which only the hash of the id is known. It never equals the key of an id. */
    static String unnamed(long hashOfId) {
        return UNNAMED + Hash64.hex(hashOfId);
    }

    static boolean isUnnamed(String key) {
        return key.startsWith(UNNAMED) && !key.startsWith(UNNAMED + UNNAMED);
    }
}
