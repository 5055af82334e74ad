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

/** The generated parts of the page of a report, from its entry in the catalogue. */
final class ReportPage {

    private ReportPage() {}

    /** The name of the page. */
    static String name(Report report) {
        return "report-" + report.name();
    }

    /** The facts of a report: request, dates, order and page size. */
    static String facts(Report report) {
        List<String> lines = new ArrayList<>();
        boolean version2 = !report.is(Mark.ONLY_IN_VERSION_3);
        lines.add("Request:: " + code("GET /" + (version2 ? "{version}" : "v3") + report.path())
                + (version2 ? "" : "; not known to exist in version 2 of the API"));
        lines.add("Dates:: "
                + report.precision()
                        .map(precision -> "xref:dates.adoc[yes]; the default is "
                                + code("daysBack=7")
                                + report.timeField()
                                        .map(field -> ". They filter by " + code(field))
                                        .orElse("")
                                + switch (precision) {
                                    case DAY -> ". Whole days only";
                                    case DAY_OR_MINUTE -> ". Days and times";
                                    case MINUTE -> ". Days and times; future times are capped at the current minute";
                                })
                        .orElse("none"));
        lines.add("Records per request:: " + (report.paged() ? "up to " + report.maxPageSize() : "all"));
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
                    case SUMMARY, SERIES -> "no: records are computed and have no id";
                });
        return "[horizontal]\n" + String.join("\n", lines);
    }

    /** The options of this report that not all reports accept. */
    static String options(Report report) {
        if (report.parameters().isEmpty()) {
            return "Only those that every report accepts.";
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
                                ? parameter.option().endsWith("Id") ? "an ID" : "any value"
                                : parameter.values().stream().map(Table::code).collect(joining(", ")),
                        parameter.repeatable() ? "several, any of which matches" : "",
                        parameter.required() ? "*required*" : "")
                .filter(text -> !text.isEmpty())
                .collect(joining("; "));
    }

    /** The fields of a record, in order, and after the table those that must be named in option {@code fields}. */
    static String fields(Report report) {
        Fields fields = report.fields();
        Table table = new Table("3,2,6", List.of("Field", "Type", "Description"));
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
            notes.add(
                    "CallRail returns fields marked _on request_ only if they are requested; this component requests them"
                            + " unless option `fields` says otherwise.");
        }
        if (report.recordFields().stream().anyMatch(Field::onlyInWrites)) {
            notes.add(
                    "CallRail documents fields marked _only in writes_ for responses to create and update requests, not for the"
                            + " list: they are in every record, and null if the list lacks them.");
        }
        named(fields.accepted())
                .ifPresent(names -> notes.add("Not documented, but accepted in option `fields`: " + names + "."));
        named(List.copyOf(fields.secrets()))
                .ifPresent(names -> notes.add("Secret, so only returned if option `fields` names it: " + names + "."));
        fields.rejected().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(rejection -> notes.add(
                        code(rejection.getKey()) + " is rejected in option `fields`: " + rejection.getValue() + "."));
        return table + (notes.isEmpty() ? "" : "\n\n" + String.join("\n\n", notes));
    }

    private static Optional<String> named(List<String> names) {
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(names.stream().sorted().map(Table::code).collect(joining(", ")));
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
