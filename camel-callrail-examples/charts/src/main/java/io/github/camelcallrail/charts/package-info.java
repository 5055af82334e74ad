/**
 * Charts of a table of calls. {@link io.github.camelcallrail.charts.CallStatistics} computes them from a database,
 * {@code charts.js} draws them in a browser with Apache ECharts, and {@link io.github.camelcallrail.charts.ReportPage}
 * writes them as one HTML file that needs no network. Nothing in a chart names a caller.
 */
package io.github.camelcallrail.charts;
