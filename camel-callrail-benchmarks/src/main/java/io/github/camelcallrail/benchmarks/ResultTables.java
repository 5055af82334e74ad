package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.contender.ContenderEntry;
import io.github.camelcallrail.benchmarks.contender.ContenderKind;
import io.github.camelcallrail.benchmarks.measure.Sample;
import io.github.camelcallrail.benchmarks.report.BarChart;
import io.github.camelcallrail.benchmarks.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Formats the results as tables and a bar chart. */
final class ResultTables {

    private static final double MEGABYTE = 1024 * 1024;

    private ResultTables() {}

    static Table of(Outcome outcome) {
        Table table = new Table(
                title(outcome),
                List.of(
                        "contender",
                        "records/s",
                        "least",
                        "most",
                        "seconds",
                        "x loop",
                        "x route",
                        "CPU us/record",
                        "server us/record",
                        "KB allocated/record",
                        "MB kept",
                        "requests"));
        for (ContenderEntry entry : outcome.entries()) {
            table.add(List.of(
                    entry.name(),
                    whole(outcome.median(entry, Sample::recordsPerSecond)),
                    whole(outcome.least(entry, Sample::recordsPerSecond)),
                    whole(outcome.most(entry, Sample::recordsPerSecond)),
                    number("%.2f", outcome.median(entry, Sample::wallSeconds)),
                    ratio(outcome.timesAsFastAs(entry, ContenderKind.LOOP)),
                    ratio(outcome.timesAsFastAs(entry, ContenderKind.ROUTE)),
                    number("%.1f", outcome.median(entry, Sample::clientMicrosPerRecord)),
                    number("%.1f", outcome.median(entry, Sample::serverMicrosPerRecord)),
                    // No records are created from discarded bytes, so there is no allocation per record.
                    entry.kind().makesRecords()
                            ? number("%.1f", outcome.median(entry, Sample::allocatedKilobytesPerRecord))
                            : "-",
                    whole(outcome.most(entry, Sample::keptMegabytes)),
                    whole(outcome.median(entry, Sample::requests))));
        }
        return table;
    }

    static Table ofHeap(Map<HeapTrial, HeapRun.Report> reports) {
        Table table = new Table("In a small heap", List.of("contender", "records", "heap MB", "MB needed", "MB used"));
        reports.forEach((trial, report) -> table.add(List.of(
                trial.kind() + (trial.transcripts() ? ", with transcripts" : ""),
                whole(report.records()),
                whole(trial.megabytes()),
                whole(report.neededBytes() / MEGABYTE),
                whole(report.usedBytes() / MEGABYTE))));
        return table;
    }

    static BarChart chart(List<Outcome> outcomes) {
        BarChart chart = new BarChart("Records per second, median of rounds; longer is better");
        for (Outcome outcome : outcomes) {
            chart.add(
                    title(outcome),
                    outcome.entries().stream()
                            .filter(entry -> entry.kind().makesRecords())
                            .map(entry -> bar(outcome, entry))
                            .toList());
        }
        return chart;
    }

    private static BarChart.Bar bar(Outcome outcome, ContenderEntry entry) {
        double speed = outcome.median(entry, Sample::recordsPerSecond);
        boolean own = entry.kind() != ContenderKind.LOOP && entry.kind() != ContenderKind.ROUTE;
        return new BarChart.Bar(entry.name(), speed, whole(speed), own);
    }

    private static String title(Outcome outcome) {
        Scenario scenario = outcome.scenario();
        return "%s records of %s KB, %s, %s; %s rounds"
                .formatted(
                        whole(scenario.records()),
                        number("%.1f", outcome.bytesPerRecord() / 1024.0),
                        scenario.latency().isZero()
                                ? "no latency"
                                : scenario.latency().toMillis() + " ms latency",
                        scenario.work().isZero()
                                ? "no route work"
                                : number("%.1f", scenario.work().toNanos() / 1e6) + " ms of route work per record",
                        outcome.rounds());
    }

    private static String ratio(OptionalDouble value) {
        return value.isPresent() ? number("%.2f", value.getAsDouble()) : "-";
    }

    private static String whole(double value) {
        return number("%,.0f", value);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
