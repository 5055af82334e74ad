package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The children of the records of an account. Those of one record are generated when they are first needed, from the
 * record as it then is, and with random numbers of their own, so that no other record depends on whether they were.
 */
final class ChildRecords {

    private record Parent(String children, String id) {}

    private static final class Siblings {
        private final Map<String, StoredRecord> byId = new LinkedHashMap<>();
        private int everAdded;
    }

    private final Map<Parent, Siblings> byParent = new HashMap<>();

    /** In insertion order. */
    List<StoredRecord> of(String children, ChildScope scope) {
        return new ArrayList<>(siblings(children, scope).byId.values());
    }

    /** Adds a child and invents the fields that are not given. */
    StoredRecord add(String children, ChildScope scope, Map<String, Object> given, Instant at) {
        return put(siblings(children, scope), children, scope, given, at);
    }

    void remove(String children, ChildScope scope, String id) {
        if (siblings(children, scope).byId.remove(id) == null) {
            throw new NoSuchRecordException("No record '" + id + "' among '" + children + "' of "
                    + scope.parent().id());
        }
    }

    void removeAll(String children, ChildScope scope) {
        siblings(children, scope).byId.clear();
    }

    /** Forgets the children of a record that no longer exists. */
    void forget(String report, String id) {
        byParent.keySet()
                .removeIf(parent -> parent.id().equals(id)
                        && SandboxEndpoints.parentOf(parent.children()).equals(report));
    }

    private Siblings siblings(String children, ChildScope scope) {
        Parent parent = new Parent(children, scope.parent().id());
        Siblings siblings = byParent.get(parent);
        if (siblings == null) {
            siblings = new Siblings();
            String timeField = ChildGenerator.timeField(children);
            for (Map<String, Object> planned : ChildGenerator.of(children).plan(scope)) {
                put(siblings, children, scope, planned, Times.instant(timeField, planned.get(timeField)));
            }
            byParent.put(parent, siblings);
        }
        return siblings;
    }

    private static StoredRecord put(
            Siblings siblings, String children, ChildScope scope, Map<String, Object> given, Instant at) {
        RecordDraft draft = new RecordDraft(given);
        // Counts those that were removed too, so that no two have the same random numbers.
        siblings.everAdded++;
        SplittableRandom random = new SplittableRandom(scope.seed() + siblings.everAdded);
        ChildGenerator.of(children).fill(draft, scope, at, random);
        SandboxEndpoint endpoint = SandboxEndpoints.of(children);
        StoredRecord child = StoredRecord.of(endpoint, draft.finish(endpoint));
        siblings.byId.put(child.id(), child);
        return child;
    }
}
