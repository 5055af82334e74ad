package io.github.camelcallrail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelcallrail.webhook.EventKind;
import io.github.camelcallrail.webhook.EventShape;

/** The JSON Schema of the records of a kind of event, from the catalogue and the fields that only events have. */
final class EventSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventSchema() {}

    /** The name of its file without ending: {@code event-post-call}. */
    static String name(EventKind kind) {
        return "event-" + kind.text();
    }

    static String text(EventKind kind) {
        EventShape shape = EventShape.of(kind);
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:camel-callrail:event:" + kind.text());
        schema.put("title", "CallRail event " + kind.text());
        schema.put("description", description(kind));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        shape.fields()
                .forEach(field ->
                        properties.set(field.name(), ReportSchema.property(field, !isRequired(kind, field.name()))));
        if (isRequired(kind, shape.idField())) {
            schema.putArray("required").add(shape.idField());
        }
        schema.put("additionalProperties", true);
        return ReportSchema.written(schema);
    }

    private static String description(EventKind kind) {
        return kind.report()
                        .map(report -> "The record of an event, with the names and types of report " + report + ".")
                        .orElse("The record of an event.")
                + " It has only the fields that CallRail sent; undocumented fields are kept unchanged.";
    }

    /** The body of a message of Voice Assist is not documented. */
    private static boolean isRequired(EventKind kind, String field) {
        return kind != EventKind.VOICE_ASSIST_MESSAGE
                && EventShape.of(kind).idField().equals(field);
    }
}
