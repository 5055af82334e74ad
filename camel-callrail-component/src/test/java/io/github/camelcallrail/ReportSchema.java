package io.github.camelcallrail;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcallrail.catalogue.Field;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.Report.Shape;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.catalogue.SortOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The JSON Schema of a report's records, or of its single records, made from the catalogue. */
final class ReportSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private ReportSchema() {}

    /**
     * All that have a schema: the reports, the children of one record, and the single form of records where it has more
     * fields than the list.
     */
    static Stream<Report> described() {
        Stream<Report> singles = ReportCatalogue.all().stream().flatMap(report -> report.single().stream()
                .filter(form ->
                        !form.fields().nonSecret().equals(report.fields().nonSecret())));
        return Stream.of(ReportCatalogue.all().stream(), ReportCatalogue.children().stream(), singles)
                .flatMap(reports -> reports);
    }

    /** The name of its file without ending: that of the report, and {@code calls-single} for a single record. */
    static String name(Report report) {
        return report.name() + (isSingle(report) ? "-single" : "");
    }

    static boolean isSingle(Report report) {
        return report.shape() == Shape.RECORD;
    }

    static String text(Report report) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:camel-callrail:report:" + name(report));
        schema.put("title", "CallRail report " + report + (isSingle(report) ? ", single record" : ""));
        schema.put("description", description(report));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        report.recordFields().forEach(field -> properties.set(field.name(), property(report, field)));
        required(report).forEach(schema.putArray("required")::add);
        schema.put("additionalProperties", true);
        return written(schema);
    }

    static String written(ObjectNode schema) {
        try {
            return JSON.writer(PRINTER).writeValueAsString(schema) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String description(Report report) {
        String one = isSingle(report)
                ? "A record that operation=get reads."
                : report.ofObject() ? "A record that belongs to one parent." : "A record of the report.";
        String what = report.label()
                .map(label -> "A record of the report, or its totals, which have no " + label + ".")
                .orElse(one);
        return what + " Requested fields are present, with null where CallRail left them out;"
                + " undocumented fields are kept unchanged.";
    }

    /** Whatever is selected, records have these; fields=default leaves out the time of text threads. */
    private static List<String> required(Report report) {
        return report.keyFields().stream()
                .filter(report.fields().defaults()::contains)
                .toList();
    }

    /** The id, and the time by which the records were walked through. */
    private static boolean nullable(Report report, Field field) {
        boolean walked = report.order().filter(SortOrder::chronological).isPresent();
        return !report.keyFields().contains(field.name())
                || report.timeField().filter(field.name()::equals).isPresent() && !walked;
    }

    private static ObjectNode property(Report report, Field field) {
        ObjectNode property = property(field, nullable(report, field));
        if (report.fields().onRequest().contains(field.name())) {
            property.put("x-callrail-on-request", true);
        }
        if (field.onlyInWrites()) {
            property.put("x-callrail-only-in-writes", true);
        }
        return property;
    }

    /** The type and description of a field. */
    static ObjectNode property(Field field, boolean nullable) {
        ObjectNode property = JSON.createObjectNode();
        String[] types = types(field.type());
        if (types.length > 0) {
            ArrayNode all = JSON.createArrayNode();
            for (String type : types) {
                all.add(type);
            }
            if (nullable) {
                all.add("null");
            }
            property.set("type", all.size() == 1 ? all.get(0) : all);
        }
        switch (field.type()) {
            case DATE_TIME -> property.put("format", "date-time");
            case TEXTS -> property.putObject("items").put("type", "string");
            case OBJECTS -> property.putObject("items").put("type", "object");
            default -> {
                // Its type says it all.
            }
        }
        property.put(
                "description",
                field.description()
                        + (field.onlyInWrites()
                                ? " Documented only in the answers to creating and updating: null in lists that lack it."
                                : ""));
        return property;
    }

    private static String[] types(Field.Type type) {
        return switch (type) {
            case TEXT, DATE_TIME -> new String[] {"string"};
            case INTEGER -> new String[] {"integer"};
            case NUMBER -> new String[] {"number", "string"};
            case BOOLEAN -> new String[] {"boolean"};
            case IDENTIFIER -> new String[] {"integer", "string"};
            case OBJECT -> new String[] {"object"};
            case TEXTS, OBJECTS, LIST -> new String[] {"array"};
            case ANY -> new String[] {};
        };
    }
}
