package io.github.camelcallrail.charts;

import java.util.List;
import java.util.Objects;

/**
 * One chart as data. As JSON it is what {@code CallCharts.render} of {@code charts.js} draws; its components are the
 * properties of that object.
 *
 * @param id the same at every computation; letters and hyphens
 * @param title a heading
 * @param question the question the chart answers
 * @param kind how it is drawn
 * @param categories the labels of the values, formatted for display
 * @param series each with one value per category
 * @param note the answer in words
 */
public record Chart(
        String id,
        String title,
        String question,
        ChartKind kind,
        List<String> categories,
        List<Series> series,
        String note) {

    public Chart {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(note, "note");
        if (!id.matches("[a-z-]+")) {
            throw new IllegalArgumentException(
                    "The id of a chart consists of letters and hyphens, unlike '" + id + "'");
        }
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (Series each : series) {
            if (each.values().size() != categories.size()) {
                throw new IllegalArgumentException("Chart '" + id + "' has " + categories.size()
                        + " categories, but its series '" + each.name() + "' has "
                        + each.values().size() + " values");
            }
        }
    }

    /** The sum of all values. */
    public long total() {
        return series.stream().mapToLong(Series::total).sum();
    }
}
