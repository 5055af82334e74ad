package io.github.camelcallrail.documentation;

import static io.github.camelcallrail.documentation.Table.code;
import static java.util.stream.Collectors.joining;

import io.github.camelcallrail.report.Field;
import io.github.camelcallrail.report.Fields;
import io.github.camelcallrail.report.Parameter;
import io.github.camelcallrail.report.Report;
import io.github.camelcallrail.report.Report.Shape;
import io.github.camelcallrail.report.ReportCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Tables of reports and of what each of them takes and gives, from the catalogue of reports. */
final class ReportTables {

    private ReportTables() {}

    /**
     * All reports, in a row each.
     *
     * @param link what a report's name is written as, from its name and the path of its page below the pages
     */
    static String overview(BiFunction<String, String, String> link) {
        Table table = new Table("2,4,1,3", List.of("Report", "What a row is", "Dates", "Options of its own"));
        for (Report report : ReportCatalogue.all()) {
            table.row(
                    link.apply(report.name(), page(report)),
                    Project.page(page(report)).attribute("description"),
                    report.precision().isPresent() ? "yes" : "",
                    String.join(" ", ownOptions(report)));
        }
        return table.toString();
    }

    private static String page(Report report) {
        return "report-" + report.name();
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

    /** Which report takes which option: a row a report, a column an option. */
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
            List<Object> cells = new ArrayList<>(List.of("xref:" + page(report) + ".adoc[" + report.name() + "]"));
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
                        .map(parameter -> parameter.required() ? "*needed*" : "yes")
                        .orElse("");
        };
    }

    /** How the report is asked for, in a few lines. */
    static String facts(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add("Asked for:: " + code("GET /{version}" + report.path()));
        lines.add("Dates:: "
                + report.precision()
                        .map(precision -> "xref:dates.adoc[yes]; without any, "
                                + code("daysBack=7")
                                + report.timeField()
                                        .map(column -> ". They filter by " + code(column))
                                        .orElse("")
                                + switch (precision) {
                                    case DAY -> ". Whole days only";
                                    case DAY_OR_MINUTE -> ". Days and times";
                                    case MINUTE -> ". Days and times; what has not come yet is cut off, to the minute";
                                })
                        .orElse("none"));
        lines.add("Rows a request:: " + (report.paged() ? "up to " + report.maxPageSize() : "all of them"));
        report.order()
                .ifPresent(order -> lines.add("Order:: by " + code(order.field())
                        + (order.direction().equals("asc") ? ", ascending" : "") + ", unless `sort` says otherwise"));
        if (!report.keyColumns().isEmpty()) {
            lines.add("In every record:: "
                    + report.keyColumns().stream().map(Table::code).collect(joining(" and ")));
        }
        lines.add("Incremental:: "
                + switch (report.shape()) {
                    case LIST -> "xref:delivery.adoc[yes]";
                    case SUMMARY, SERIES -> "no: rows are computed, and have no id";
                });
        return "[horizontal]\n" + String.join("\n", lines);
    }

    /** The options that only some reports take, as this one takes them. */
    static String options(Report report) {
        if (report.parameters().isEmpty()) {
            return "None but those that every report takes.";
        }
        Table table = new Table("2,5", List.of("Option", "Values"));
        for (Parameter parameter : report.parameters()) {
            table.row(code(parameter.option()), values(parameter));
        }
        return table.toString();
    }

    private static String values(Parameter parameter) {
        return Stream.of(
                        parameter.values().isEmpty()
                                ? parameter.option().endsWith("Id") ? "an id" : "any value"
                                : parameter.values().stream().map(Table::code).collect(joining(", ")),
                        parameter.repeatable() ? "several, any of which matches" : "",
                        parameter.required() ? "*required*" : "")
                .filter(text -> !text.isEmpty())
                .collect(joining("; "));
    }

    /** The columns of a record, in their order, and after the table those that come only when they are named. */
    static String columns(Report report) {
        Fields fields = report.fields();
        Table table = new Table("3,2,6", List.of("Column", "Type", "What it holds"));
        for (Field field : report.columns()) {
            table.row(
                    code(field.name()),
                    type(field.type()),
                    field.description() + (fields.onRequest().contains(field.name()) ? " _On request._" : ""));
        }
        List<String> notes = new ArrayList<>();
        if (!fields.onRequest().isEmpty()) {
            notes.add("CallRail sends those marked _on request_ only when it is asked for them, as this component does"
                    + " unless `fields` says otherwise.");
        }
        named(fields.accepted())
                .ifPresent(names -> notes.add("Not documented, and taken when `fields` names them: " + names + "."));
        named(List.copyOf(fields.secrets()))
                .ifPresent(names -> notes.add("A secret, and so only there when `fields` names it: " + names + "."));
        fields.refused().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(refused ->
                        notes.add(code(refused.getKey()) + " is refused in `fields`: " + refused.getValue() + "."));
        return table + (notes.isEmpty() ? "" : "\n\n" + String.join("\n\n", notes));
    }

    private static Optional<String> named(List<String> columns) {
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(columns.stream().sorted().map(Table::code).collect(joining(", ")));
    }

    private static String type(Field.Type type) {
        return switch (type) {
            case TEXT -> "text";
            case DATE_TIME -> "date-time";
            case INTEGER -> "integer";
            case NUMBER -> "number, or text that is one";
            case BOOLEAN -> "boolean";
            case IDENTIFIER -> "text or integer";
            case OBJECT -> "object";
            case TEXTS -> "list of text";
            case OBJECTS -> "list of objects";
            case LIST -> "list";
            case ANY -> "not certain";
        };
    }

    /** Columns that change by themselves, of the reports that have such. */
    static String changing() {
        Table table = new Table("1,4", List.of("Report", "Columns that change by themselves"));
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
