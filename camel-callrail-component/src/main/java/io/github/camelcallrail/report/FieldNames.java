package io.github.camelcallrail.report;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of a record's fields, in order; shared by all records of a page with the same fields. Immutable. */
public final class FieldNames implements Serializable {

    private static final long serialVersionUID = 1;

    private final String[] names;
    private final Map<String, Integer> indexes;
    private final List<String> sorted;

    private FieldNames(String[] names) {
        this.names = names;
        this.indexes = new HashMap<>(2 * names.length);
        for (int index = 0; index < names.length; index++) {
            indexes.put(names[index], index);
        }
        this.sorted = Arrays.stream(names).sorted().toList();
    }

    /** @param names distinct names */
    static FieldNames of(Collection<String> names) {
        return new FieldNames(names.toArray(String[]::new));
    }

    public int size() {
        return names.length;
    }

    /** The name at an index, starting at 0. */
    public String name(int index) {
        return names[index];
    }

    /** The index of a name, starting at 0; -1 if there is no such name. */
    public int index(Object name) {
        return indexes.getOrDefault(name, -1);
    }

    /** The names, sorted by their characters. */
    public List<String> sorted() {
        return sorted;
    }
}
