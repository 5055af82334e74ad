package io.github.camelcallrail.report;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How objects whose names came in a certain order become records: worked out once for all that are alike, which then share it.
 * Immutable.
 */
public final class RecordLayout {

    private final FieldNames came;
    private final FieldNames columns;
    /** For each column of the record where it came, or -1. */
    private final int[] sources;

    private final boolean asTheyCame;

    /**
     * @param came names of an object, different from each other, in the order in which they came
     * @param columns names of the record's columns, different from each other
     */
    public RecordLayout(List<String> came, Collection<String> columns) {
        this.came = FieldNames.of(came);
        this.columns = FieldNames.of(columns);
        this.sources = columns.stream().mapToInt(this.came::place).toArray();
        this.asTheyCame = sources.length == came.size()
                && IntStream.range(0, sources.length).allMatch(place -> sources[place] == place);
    }

    /** Of objects that are kept as they come. @param came names, different from each other, in their order */
    public static RecordLayout of(List<String> came) {
        return new RecordLayout(came, came);
    }

    /** The name that came at a place, the first being 0. */
    public String name(int place) {
        return came.name(place);
    }

    /** The record of an object. @param values in the order in which they came; nobody else may hold the array afterwards */
    public CallRailRecord record(Object[] values) {
        if (asTheyCame) {
            return new CallRailRecord(columns, values);
        }
        Object[] picked = new Object[sources.length];
        for (int place = 0; place < picked.length; place++) {
            picked[place] = sources[place] < 0 ? null : values[sources[place]];
        }
        return new CallRailRecord(columns, picked);
    }
}
