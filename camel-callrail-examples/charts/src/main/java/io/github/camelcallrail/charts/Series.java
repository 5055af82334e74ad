package io.github.camelcallrail.charts;

import java.util.List;
import java.util.Objects;

/**
 * One series of a chart: a count for each of the chart's categories.
 *
 * @param name formatted for display
 * @param values at least 0, in the order of the chart's categories
 */
public record Series(String name, List<Long> values) {

    public Series {
        Objects.requireNonNull(name, "name");
        values = List.copyOf(values);
        values.forEach(value -> {
            if (value < 0) {
                throw new IllegalArgumentException("Series '" + name + "' has a negative count: " + value);
            }
        });
    }

    /** The sum of all values. */
    public long total() {
        return values.stream().mapToLong(Long::longValue).sum();
    }
}
