package io.github.camelcallrail.documentation;

import static io.github.camelcallrail.documentation.Table.code;
import static java.util.stream.Collectors.joining;

import io.github.camelcallrail.catalogue.Field;
import io.github.camelcallrail.catalogue.Fields;
import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.Report.Mark;
import io.github.camelcallrail.webhook.EventShape;
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
        if (report.ofObject()) {
            lines.add("Belongs to:: " + kind(report) + ", whose ID is the option `id`");
            lines.add("Order:: newest first");
        }
        report.order()
                .ifPresent(order -> lines.add("Order:: by " + code(order.field())
                        + (order.direction().equals("asc") ? ", ascending" : "") + ", unless `sort` says otherwise"));
        if (!report.keyFields().isEmpty()) {
            lines.add("In every record:: "
                    + report.keyFields().stream().map(Table::code).collect(joining(" and ")));
        }
        lines.add("Incremental:: "
                + switch (report.shape()) {
                    case LIST -> report.ofObject() ? "no: only a producer reads it" : "xref:delivery.adoc[yes]";
                    case SUMMARY, SERIES -> "no: records are computed and have no id";
                    case RECORD, FILE -> throw new IllegalArgumentException(report + " has no page of its own");
                });
        return "[horizontal]\n" + String.join("\n", lines);
    }

    /** How one record is read by its id, and the fields that only a single record has. */
    static String single(Report report) {
        Report form = report.single().orElseThrow();
        List<Field> own = ownFields(report, form);
        String text = "`operation=get` and the option `id`, the ID of %s, read one record with one request: %s."
                .formatted(kind(form), code("GET /v3" + form.path()));
        return text + " xref:single-records.adoc[More]." + (own.isEmpty() ? "" : "\n\n" + ownTable(form, own));
    }

    private static String ownTable(Report form, List<Field> own) {
        Table table = new Table("3,2,6", List.of("Field of a single record only", "Type", "Description"));
        own.forEach(field -> row(table, form, field));
        return table.toString();
    }

    /** The fields that a single record has in addition to those of the list. */
    static List<Field> ownFields(Report report, Report form) {
        return form.recordFields().stream()
                .filter(field -> !report.recordFields().contains(field))
                .toList();
    }

    /** The kind of object whose id a report takes: {@code a call}. */
    static String kind(Report report) {
        return report.parameter("id").flatMap(Parameter::kind).orElseThrow().named();
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
                                ? parameter
                                        .kind()
                                        .map(kind -> "the ID of " + kind.named())
                                        .orElse(parameter.option().endsWith("Id") ? "an ID" : "any value")
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
        report.recordFields().forEach(field -> row(table, report, field));
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

    /** The fields of the records of events of one shape. */
    static String fields(EventShape shape) {
        Table table = new Table("3,2,6", List.of("Field", "Type", "Description"));
        shape.fields().forEach(field -> table.row(code(field.name()), type(field.type()), field.description()));
        return table.toString();
    }

    private static void row(Table table, Report report, Field field) {
        table.row(
                code(field.name()),
                type(field.type()),
                field.description()
                        + (report.fields().onRequest().contains(field.name()) ? " _On request._" : "")
                        + (field.onlyInWrites() ? " _Only in writes._" : ""));
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
