package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.report.FieldNames;
import java.util.ArrayList;
import java.util.List;

/**
 * The compared fields of objects with the same names, in the order in which they are hashed: computed once, because
 * nearly all records of a report have the same names. Immutable.
 */
final class ComparedNames {

    private final IgnoredFields ignored;
    private final int[] indexes;
    private final byte[][] bytes;
    private final IgnoredFields[] within;

    ComparedNames(FieldNames names, IgnoredFields ignored) {
        List<String> compared = new ArrayList<>(names.sorted());
        compared.removeIf(ignored::has);
        this.ignored = ignored;
        indexes = new int[compared.size()];
        bytes = new byte[compared.size()][];
        within = new IgnoredFields[compared.size()];
        for (int place = 0; place < indexes.length; place++) {
            String name = compared.get(place);
            indexes[place] = names.index(name);
            bytes[place] = Hash64.bytes('k', name);
            within[place] = ignored.within(name);
        }
    }

    /** The fields that are left out. */
    IgnoredFields ignored() {
        return ignored;
    }

    int size() {
        return indexes.length;
    }

    /** The index of a field among all fields of the object. */
    int index(int place) {
        return indexes[place];
    }

    /** What its name adds to the hashed sequence. */
    byte[] bytes(int place) {
        return bytes[place];
    }

    /** The ignored fields within its value. */
    IgnoredFields ignoredWithin(int place) {
        return within[place];
    }
}
