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

/** The records whose exchanges failed: in walks before, as far as they have not succeeded since, and in this one. Used by one thread. */
final class FailedRecords {

    private final Map<String, FailedRecord> records;
    private final Set<String> unmet;
    private int inThisWalk;

    /** @param before those of walks before, by id */
    FailedRecords(Map<String, FailedRecord> before) {
        this.records = new LinkedHashMap<>(before);
        this.unmet = new TreeSet<>(before.keySet());
    }

    boolean has(String id) {
        return records.containsKey(id);
    }

    /** The record of a walk before that this one has come to; empty when it did not fail then, or this one was there before. */
    Optional<FailedRecord> meet(String id) {
        return unmet.remove(id) ? Optional.of(records.get(id)) : Optional.empty();
    }

    /**
     * Takes note of a failure.
     *
     * @param ownTime whether the time is the record's; if not, it is as old as its first failure
     */
    void add(FailedRecord record, boolean ownTime) {
        FailedRecord first = ownTime ? record : records.getOrDefault(record.id(), record);
        records.put(record.id(), new FailedRecord(record.id(), first.time(), record.kind(), record.untimed()));
        inThisWalk++;
    }

    void succeeded(String id) {
        records.remove(id);
    }

    /** How many failures this walk has brought. */
    int inThisWalk() {
        return inThisWalk;
    }

    /**
     * Lets go of what the walk did not come to though it is at its end, because it is in the report no more.
     *
     * @param notYet which it could not come to
     * @return the ids
     */
    Collection<String> letGo(Predicate<FailedRecord> notYet) {
        unmet.removeIf(id -> notYet.test(records.get(id)));
        records.keySet().removeAll(unmet);
        return List.copyOf(unmet);
    }

    Collection<FailedRecord> all() {
        return Collections.unmodifiableCollection(records.values());
    }

    /** All of them by id, as to be saved. */
    Map<String, FailedRecord> byId() {
        return Collections.unmodifiableMap(records);
    }
}
