package io.github.camelcallrail.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How rows whose columns came in a certain order become records: worked out once for all rows of a page that are alike.
 * Immutable.
 */
public final class RowLayout {

    private final String[] came;
    private final Columns columns;
    /** For each column of the record where it came, or -1. */
    private final int[] sources;

    /**
     * @param came names of a row's columns, different from each other, in the order in which they came
     * @param columns names of the record's columns
     */
    RowLayout(List<String> came, Set<String> columns) {
        this.came = came.toArray(String[]::new);
        this.columns = Columns.of(columns);
        List<String> order = new ArrayList<>(new LinkedHashSet<>(came));
        this.sources = columns.stream().mapToInt(order::indexOf).toArray();
    }

    /** How many columns a row has. */
    public int size() {
        return came.length;
    }

    /** The name of a row's column, the first being 0. */
    public String name(int place) {
        return came[place];
    }

    /** Whether that is the name of a row's column, the first being 0. */
    public boolean isNext(int place, String name) {
        return place < came.length && came[place].equals(name);
    }

    /** The record of a row. @param values of the columns in the order in which they came */
    public CallRailRecord record(Object[] values) {
        Object[] picked = new Object[sources.length];
        for (int place = 0; place < picked.length; place++) {
            picked[place] = sources[place] < 0 ? null : values[sources[place]];
        }
        return new CallRailRecord(columns, picked);
    }
}
