package io.github.camelcallrail.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The contents of one account: its records by report and id, in insertion order, and the people it deals with. */
final class AccountRecords {

    private final String id;
    private final List<Person> people;
    private final SplittableRandom random;
    private final Map<String, Map<String, StoredRecord>> records = new LinkedHashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private long lastNumber = 7_000_000;

    AccountRecords(String id, List<Person> people, SplittableRandom random) {
        this.id = id;
        this.people = people;
        this.random = random;
    }

    /** An independent copy with the same records. */
    AccountRecords copy(SplittableRandom afresh) {
        AccountRecords copy = new AccountRecords(id, people, afresh);
        records.forEach((report, byId) -> copy.records.put(report, new LinkedHashMap<>(byId)));
        copy.calls.putAll(calls);
        copy.lastNumber = lastNumber;
        return copy;
    }

    String id() {
        return id;
    }

    boolean isCalled(String asked) {
        return Ids.same(id, asked);
    }

    SplittableRandom random() {
        return random;
    }

    Collection<StoredRecord> records(String report) {
        return stored(report).values();
    }

    StoredRecord record(String report, String recordId) {
        StoredRecord record = stored(report).get(recordId);
        if (record == null) {
            throw new NoSuchRecordException("No record '" + recordId + "' among the "
                    + stored(report).size() + " of '" + report + "' in account " + id);
        }
        return record;
    }

    void put(String report, StoredRecord record) {
        stored(report).put(record.id(), record);
    }

    void remove(String report, String recordId) {
        record(report, recordId);
        stored(report).remove(recordId);
    }

    /** Tags, notifications and some other objects have numeric ids. */
    long nextNumber() {
        return ++lastNumber;
    }

    Person anybody() {
        // Squared, so that some people call often and most only once or twice.
        double skew = random.nextDouble();
        return people.get((int) (skew * skew * people.size()));
    }

    /** How often this person called before this call. Counts this call as well. */
    int callsBefore(Person person) {
        return calls.merge(person.id(), 1, Integer::sum) - 1;
    }

    List<Person> people() {
        return people;
    }

    /** A random record of the report; null if there are none. */
    StoredRecord any(String report) {
        Collection<StoredRecord> all = records(report);
        return all.isEmpty() ? null : new ArrayList<>(all).get(random.nextInt(all.size()));
    }

    private Map<String, StoredRecord> stored(String report) {
        String name = SandboxEndpoints.of(report).report();
        if (ChildEndpoints.PARENTS.containsKey(name)) {
            throw new IllegalArgumentException("'" + name + "' belong to one record each of '"
                    + ChildEndpoints.PARENTS.get(name) + "'; use children(), addChild() and removeChild()");
        }
        return records.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }
}
