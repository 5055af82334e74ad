package io.github.camelcallrail.documentation;

import static io.github.camelcallrail.documentation.Table.code;
import static java.util.stream.Collectors.joining;

import io.github.camelcallrail.catalogue.Field;
import io.github.camelcallrail.catalogue.Fields;
import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.Report.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is generated into the page of a report, from its row in the catalogue. */
final class ReportPage {

    private ReportPage() {}

    /** The name of the page. */
    static String name(Report report) {
        return "report-" + report.name();
    }

    /** How the report is asked for, in a few lines. */
    static String facts(Report report) {
        List<String> lines = new ArrayList<>();
        boolean version2 = !report.is(Mark.ONLY_IN_VERSION_3);
        lines.add("Asked for:: " + code("GET /" + (version2 ? "{version}" : "v3") + report.path())
                + (version2 ? "" : "; not known in version 2 of the API"));
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
        if (!report.keyFields().isEmpty()) {
            lines.add("In every record:: "
                    + report.keyFields().stream().map(Table::code).collect(joining(" and ")));
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
        for (Field field : report.recordFields()) {
            table.row(
                    code(field.name()),
                    type(field.type()),
                    field.description()
                            + (fields.onRequest().contains(field.name()) ? " _On request._" : "")
                            + (field.onlyInWrites() ? " _Only in writes._" : ""));
        }
        List<String> notes = new ArrayList<>();
        if (!fields.onRequest().isEmpty()) {
            notes.add("CallRail sends those marked _on request_ only when it is asked for them, as this component does"
                    + " unless `fields` says otherwise.");
        }
        if (report.recordFields().stream().anyMatch(Field::onlyInWrites)) {
            notes.add(
                    "CallRail documents those marked _only in writes_ in its answers to creating and updating, not in the list:"
                            + " they are in every record, and null where the list lacks them.");
        }
        named(fields.accepted())
                .ifPresent(names -> notes.add("Not documented, and taken when `fields` names them: " + names + "."));
        named(List.copyOf(fields.secrets()))
                .ifPresent(names -> notes.add("A secret, and so only there when `fields` names it: " + names + "."));
        fields.rejected().entrySet().stream()
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
}
