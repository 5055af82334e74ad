package io.github.camelcallrail.report;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of a record's columns, in their order; shared by all records of a page that have the same. Immutable. */
final class FieldNames implements Serializable {

    private static final long serialVersionUID = 1;

    private final String[] names;
    private final Map<String, Integer> places;
    private final List<String> sorted;

    private FieldNames(String[] names) {
        this.names = names;
        this.places = new HashMap<>(2 * names.length);
        for (int place = 0; place < names.length; place++) {
            places.put(names[place], place);
        }
        this.sorted = Arrays.stream(names).sorted().toList();
    }

    /** @param names different from each other */
    static FieldNames of(Collection<String> names) {
        return new FieldNames(names.toArray(String[]::new));
    }

    int size() {
        return names.length;
    }

    String name(int place) {
        return names[place];
    }

    /** Where a name stands, the first being 0; -1 when there is none. */
    int place(Object name) {
        return places.getOrDefault(name, -1);
    }

    /** The names in the order of their characters. */
    List<String> sorted() {
        return sorted;
    }
}
