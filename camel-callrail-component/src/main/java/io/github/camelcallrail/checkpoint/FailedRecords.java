package io.github.camelcallrail.checkpoint;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The records whose exchanges failed, in this walk or in earlier ones, and have not succeeded since. Used by one
 * thread.
 */
final class FailedRecords {

    private final Map<String, FailedRecord> records;
    private final Set<String> unmet;
    private int inThisWalk;

    /** @param before those of earlier walks, by id */
    FailedRecords(Map<String, FailedRecord> before) {
        this.records = new LinkedHashMap<>(before);
        this.unmet = new TreeSet<>(before.keySet());
    }

    boolean has(String id) {
        return records.containsKey(id);
    }

    /**
     * The failure of a record in an earlier walk, once: empty if it did not fail, or if this walk has met the record
     * before.
     */
    Optional<FailedRecord> takeEarlier(String id) {
        return unmet.remove(id) ? Optional.of(records.get(id)) : Optional.empty();
    }

    /**
     * Takes note of a failure.
     *
     * @param ownTime whether the time is the record's own; if not, the time of its first failure is kept
     */
    void add(FailedRecord record, boolean ownTime) {
        FailedRecord first = ownTime ? record : records.getOrDefault(record.id(), record);
        records.put(record.id(), new FailedRecord(record.id(), first.time(), record.kind(), record.untimed()));
        inThisWalk++;
    }

    void succeeded(String id) {
        records.remove(id);
    }

    /** The number of failures in this walk. */
    int inThisWalk() {
        return inThisWalk;
    }

    /**
     * At the end of a walk, drops the records that it did not meet, because the report no longer lists them.
     *
     * @param unreachable the records that the walk could not meet; they are kept
     * @return the ids of the dropped records
     */
    Collection<String> dropUnmet(Predicate<FailedRecord> unreachable) {
        unmet.removeIf(id -> unreachable.test(records.get(id)));
        records.keySet().removeAll(unmet);
        return List.copyOf(unmet);
    }

    Collection<FailedRecord> all() {
        return Collections.unmodifiableCollection(records.values());
    }

    /** All failed records by id, in the form to save. */
    Map<String, FailedRecord> byId() {
        return Collections.unmodifiableMap(records);
    }
}
