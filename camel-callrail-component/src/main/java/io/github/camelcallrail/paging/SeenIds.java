package io.github.camelcallrail.paging;

import io.github.camelcallrail.report.CallRailRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Remembers which records came, in any order and in one or more passes over a list: a hash of each id and the latest
 * pass in which it came. Nothing else in a walk grows with its length.
 */
final class SeenIds {

    private final Map<UUID, Integer> latestPasses = new HashMap<>();
    private int pass = 1;
    private long inThisPass;

    private SeenIds() {}

    static SeenIds empty() {
        return new SeenIds();
    }

    /** Takes note of a record; true if it has not come before in any pass. */
    boolean add(CallRailRecord record) {
        Integer before = latestPasses.put(UUID.nameUUIDFromBytes(record.id().getBytes(StandardCharsets.UTF_8)), pass);
        if (before == null || before != pass) {
            inThisPass++;
        }
        return before == null;
    }

    /** The number of different records in this pass, whether or not they came in an earlier one. */
    long inThisPass() {
        return inThisPass;
    }

    /** Begins another pass over the same list. */
    void beginPass() {
        pass++;
        inThisPass = 0;
    }
}
