package io.github.camelcallrail.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What one account holds: its rows by report and id, in the order they were stored, and the people it deals with. */
final class AccountRows {

    private final String id;
    private final List<Person> people;
    private final SplittableRandom random;
    private final Map<String, Map<String, Row>> rows = new LinkedHashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private long lastNumber = 7_000_000;

    AccountRows(String id, List<Person> people, SplittableRandom random) {
        this.id = id;
        this.people = people;
        this.random = random;
    }

    /** The same rows, ready to be changed apart from these. */
    AccountRows copy(SplittableRandom afresh) {
        AccountRows copy = new AccountRows(id, people, afresh);
        rows.forEach((report, byId) -> copy.rows.put(report, new LinkedHashMap<>(byId)));
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

    Collection<Row> rows(String report) {
        return stored(report).values();
    }

    Row row(String report, String rowId) {
        Row row = stored(report).get(rowId);
        if (row == null) {
            throw new IllegalArgumentException("No row '" + rowId + "' among the "
                    + stored(report).size() + " of '" + report + "' in account " + id);
        }
        return row;
    }

    void put(String report, Row row) {
        stored(report).put(row.id(), row);
    }

    void remove(String report, String rowId) {
        row(report, rowId);
        stored(report).remove(rowId);
    }

    /** Tags, notifications and some others are known by numbers. */
    long nextNumber() {
        return ++lastNumber;
    }

    Person anybody() {
        // Squared, so that some people call often and most only once or twice.
        double skew = random.nextDouble();
        return people.get((int) (skew * skew * people.size()));
    }

    /** How often this person has called, before this call which is counted with it. */
    int callsBefore(Person person) {
        return calls.merge(person.id(), 1, Integer::sum) - 1;
    }

    List<Person> people() {
        return people;
    }

    /** A row of the report at random; null if there is none. */
    Row any(String report) {
        Collection<Row> all = rows(report);
        return all.isEmpty() ? null : new ArrayList<>(all).get(random.nextInt(all.size()));
    }

    private Map<String, Row> stored(String report) {
        return rows.computeIfAbsent(SandboxEndpoints.of(report).report(), name -> new LinkedHashMap<>());
    }
}
