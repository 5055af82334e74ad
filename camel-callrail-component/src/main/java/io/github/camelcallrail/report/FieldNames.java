package io.github.camelcallrail.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
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

    /** The names as JSON, encoded on first use. */
    private transient SerializedString[] encoded;

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

    int size() {
        return names.length;
    }

    String name(int index) {
        return names[index];
    }

    SerializableString encoded(int index) {
        SerializedString[] known = encoded;
        if (known == null) {
            // Threads that do this at the same time get the same result.
            known = new SerializedString[names.length];
            for (int i = 0; i < names.length; i++) {
                known[i] = new SerializedString(names[i]);
            }
            encoded = known;
        }
        return known[index];
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
