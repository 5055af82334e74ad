package io.github.camelcallrail.documentation;

import static io.github.camelcallrail.documentation.Table.code;
import static java.util.stream.Collectors.joining;

import io.github.camelcallrail.catalogue.ChildKey;
import io.github.camelcallrail.catalogue.Field;
import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.Report.Shape;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Tables of all reports, from their catalogue. */
final class ReportTables {

    private ReportTables() {}

    /**
     * All reports.
     *
     * @param link makes the link of a report from its name and the name of its page
     */
    static String overview(BiFunction<String, String, String> link) {
        Table table = new Table("2,4,1,3", List.of("Report", "One record is", "Dates", "Specific options"));
        for (Report report : ReportCatalogue.all()) {
            table.row(
                    link.apply(report.name(), ReportPage.name(report)),
                    Project.page(ReportPage.name(report)).attribute("description"),
                    report.precision().isPresent() ? "yes" : "",
                    String.join(" ", ownOptions(report)));
        }
        return table.toString();
    }

    private static List<String> ownOptions(Report report) {
        Set<String> options = new LinkedHashSet<>();
        for (Parameter parameter : report.parameters()) {
            boolean filter = parameter.option().startsWith(Parameter.FILTER_PREFIX);
            if (!parameter.option().equals("order")) {
                options.add(
                        code(filter ? "filter.*" : parameter.option()) + (parameter.required() ? " (required)" : ""));
            }
        }
        if (report.relativePaging()) {
            options.add(code("pagination=relative"));
        }
        return List.copyOf(options);
    }

    /** Which report accepts which option: one table row per report, one table column per option. */
    static String applicability() {
        List<String> options = List.of(
                "dates",
                "accountId",
                "companyId",
                "userId",
                "trackerId",
                "search",
                "sort",
                "groupBy",
                "interval",
                "filter.*",
                "fields",
                "incremental",
                "parallelRequests");
        List<String> heads = new ArrayList<>(List.of("Report"));
        options.forEach(option -> heads.add(option.equals("dates") ? "xref:dates.adoc[dates]" : code(option)));
        Table table = new Table("3" + ",^1".repeat(options.size()), heads);
        for (Report report : ReportCatalogue.all()) {
            List<Object> cells =
                    new ArrayList<>(List.of("xref:" + ReportPage.name(report) + ".adoc[" + report.name() + "]"));
            options.forEach(option -> cells.add(mark(report, option)));
            table.row(cells.toArray());
        }
        return table.toString();
    }

    private static String mark(Report report, String option) {
        return switch (option) {
            case "dates" -> report.precision().isPresent() ? "yes" : "";
            case "accountId" -> report.ofAccount() ? "yes" : "";
            case "fields" -> "yes";
            case "incremental", "parallelRequests" -> report.shape() == Shape.LIST ? "yes" : "";
            case "filter.*" -> report.filters().isEmpty() ? "" : "yes";
            default ->
                report.parameter(option)
                        .map(parameter -> parameter.required() ? "*required*" : "yes")
                        .orElse("");
        };
    }

    /** The children of one record: whose they are, and what tells them apart. */
    static String children() {
        Table table =
                new Table("2,3,3,2,2", List.of("Report", "One record is", "Option `id`", "Per request", "Merge by"));
        for (Report report : ReportCatalogue.children()) {
            table.row(
                    "xref:" + ReportPage.name(report) + ".adoc[" + code(report.name()) + "]",
                    Project.page(ReportPage.name(report)).attribute("description"),
                    "the ID of " + ReportPage.kind(report),
                    "up to " + report.maxPageSize(),
                    code(ChildKey.KEY));
        }
        return table.toString();
    }

    /** The files that can be downloaded. */
    static String files() {
        Table table = new Table("2,3,5", List.of("Report", "Options", "Request"));
        for (Report report : ReportCatalogue.files()) {
            table.row(
                    code(report.name()),
                    report.parameters().stream()
                            .map(parameter -> code(parameter.option()) + (parameter.required() ? " (required)" : ""))
                            .collect(joining(" ")),
                    code("GET /v3" + report.path()));
        }
        return table.toString();
    }

    /** The families whose records can be read one by one. */
    static String singles() {
        Table table =
                new Table("2,3,4,4", List.of("Report", "Option `id`", "Request", "Fields of a single record only"));
        for (Report report : ReportCatalogue.all()) {
            report.single()
                    .ifPresent(form -> table.row(
                            "xref:" + ReportPage.name(report) + ".adoc[" + code(report.name()) + "]",
                            "the ID of " + ReportPage.kind(form),
                            code("GET /v3" + form.path()),
                            ReportPage.ownFields(report, form).stream()
                                    .map(Field::name)
                                    .map(Table::code)
                                    .collect(joining(", "))));
        }
        return table.toString();
    }

    /** Fields that change by themselves, of the reports that have such fields. */
    static String changing() {
        Table table = new Table("1,4", List.of("Report", "Fields that change by themselves"));
        ReportCatalogue.all().stream()
                .filter(report -> !report.fields().changing().isEmpty())
                .forEach(report -> table.row(
                        code(report.name()),
                        report.fields().changing().stream()
                                .sorted()
                                .map(Table::code)
                                .collect(joining(", "))));
        return table.toString();
    }
}
