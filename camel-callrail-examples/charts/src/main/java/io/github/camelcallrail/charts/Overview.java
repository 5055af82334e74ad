package io.github.camelcallrail.charts;

import java.util.List;

/**
 * What a table of calls shows at one moment.
 *
 * @param calls how many calls the table has
 * @param figures key figures
 * @param charts always the same ones, in the same order, even without calls
 */
public record Overview(long calls, List<Figure> figures, List<Chart> charts) {

    public Overview {
        figures = List.copyOf(figures);
        charts = List.copyOf(charts);
    }

    /**
     * One chart.
     *
     * @throws IllegalArgumentException if there is no such chart
     */
    public Chart chart(String id) {
        return charts.stream()
                .filter(chart -> chart.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No chart '" + id + "'. There are: "
                        + charts.stream().map(Chart::id).toList()));
    }
}
