package io.github.camelcallrail.charts;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a chart is drawn. */
public enum ChartKind {

    /** Stacked columns over time. */
    COLUMNS("columns"),
    /** Stacked horizontal bars, one per category. */
    BARS("bars"),
    /** Horizontal bars that each show the shares of the series in 100 %. */
    SHARES("shares"),
    /** A cell for each category and series, darker the higher its value. */
    HEAT_MAP("heat-map");

    private final String json;

    ChartKind(String json) {
        this.json = json;
    }

    /** The name in JSON. */
    @JsonValue
    public String json() {
        return json;
    }
}
