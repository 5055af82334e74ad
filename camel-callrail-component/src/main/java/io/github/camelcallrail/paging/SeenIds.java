package io.github.camelcallrail.paging;

import io.github.camelcallrail.report.CallRailRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Remembers which rows came, in any order and in one or more passes over a list: a hash of each id and the latest pass that
 * brought it, the only thing in a walk that grows with it.
 */
final class SeenIds {

    private final Map<UUID, Integer> latestPasses = new HashMap<>();
    private int pass = 1;
    private long inThisPass;

    private SeenIds() {}

    static SeenIds all() {
        return new SeenIds();
    }

    /** Takes note of a row; true when no pass has brought it before. */
    boolean add(CallRailRecord row) {
        Integer before = latestPasses.put(UUID.nameUUIDFromBytes(row.id().getBytes(StandardCharsets.UTF_8)), pass);
        if (before == null || before != pass) {
            inThisPass++;
        }
        return before == null;
    }

    /** How many different rows this pass has brought, whether or not an earlier one did. */
    long inThisPass() {
        return inThisPass;
    }

    /** Begins another pass over the same list. */
    void beginPass() {
        pass++;
        inThisPass = 0;
    }
}
