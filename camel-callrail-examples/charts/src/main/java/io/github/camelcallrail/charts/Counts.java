package io.github.camelcallrail.charts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Counts by name and column: for each name, as many counts as there are columns. */
final class Counts {

    private final int columns;
    private final Map<String, long[]> byName = new HashMap<>();

    Counts(int columns) {
        this.columns = columns;
    }

    void add(String name, int column) {
        byName.computeIfAbsent(name, any -> new long[columns])[column]++;
    }

    /** The count of a name in a column; 0 for an unknown name. */
    long get(String name, int column) {
        long[] row = byName.get(name);
        return row == null ? 0 : row[column];
    }

    long total(String name) {
        return LongStream.of(byName.getOrDefault(name, new long[0])).sum();
    }

    /** The counts of all names in a column. */
    long total(int column) {
        return byName.values().stream().mapToLong(row -> row[column]).sum();
    }

    /** The names, largest total first; of equal ones in alphabetical order, so that a chart does not flicker. */
    List<String> ranked() {
        return byName.keySet().stream()
                .sorted(Comparator.<String>comparingLong(name -> total(name))
                        .reversed()
                        .thenComparing(name -> name))
                .toList();
    }

    /** Merges all names except the given ones into one of another name. */
    Counts mergingAllBut(List<String> kept, String others) {
        Counts merged = new Counts(columns);
        byName.forEach((name, row) -> {
            long[] into = merged.byName.computeIfAbsent(kept.contains(name) ? name : others, any -> new long[columns]);
            Arrays.setAll(into, column -> into[column] + row[column]);
        });
        return merged;
    }
}
