package io.github.camelcallrail.webhook;

import io.github.camelcallrail.catalogue.Field;
import io.github.camelcallrail.catalogue.Field.Type;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fields of the records of events: those of the API, which the catalogue describes, and those that only events
 * have. Sources: apidocs.callrail.com, Webhooks; third-party live observations.
 */
final class EventFields {

    private static final Field COMPANY = field("company_id", Type.TEXT, "ID of the company; starts with COM.");
    private static final Field PERSON = field("person_id", Type.TEXT, "ID of the person; starts with PER.");
    private static final Field DETAIL_TAGS = field("detail_tags", Type.LIST, "Tags with details; not documented.");
    private static final Field BLOCKED_NUMBER =
            field("blocked_number", Type.BOOLEAN, "Whether the number is blocked; not documented.");
    private static final Field TIMESTAMP = field(
            "timestamp",
            Type.DATE_TIME,
            "When it happened, which is not when the event was sent. Only events have it.");

    static final List<Field> CALL = of(
            reported("calls"),
            field("spam", Type.BOOLEAN, "Whether the call was marked as spam."),
            DETAIL_TAGS,
            BLOCKED_NUMBER,
            field("utma", Type.TEXT, "Cookie of Google Analytics."),
            field("utmb", Type.TEXT, "Cookie of Google Analytics."),
            field("utmc", Type.TEXT, "Cookie of Google Analytics."),
            field("utmv", Type.TEXT, "Cookie of Google Analytics."),
            field("utmz", Type.TEXT, "Cookie of Google Analytics."),
            field(
                    "recording_redirect",
                    Type.TEXT,
                    "Link that plays the recording to anyone who has it. Only events have it."),
            TIMESTAMP);

    static final List<Field> FORM_SUBMISSION = of(
            reported("form-submissions"),
            DETAIL_TAGS,
            field("person_email", Type.TEXT, "E-mail address of the person; not documented."),
            BLOCKED_NUMBER,
            field("ga", Type.TEXT, "Google Analytics ID of the visitor. Only events have it."),
            field("session_uuid", Type.TEXT, "ID of the web session. Only events have it."),
            field("created_at", Type.DATE_TIME, "When CallRail created the record. Only events have it."),
            field("updated_at", Type.DATE_TIME, "When CallRail last changed the record. Only events have it."),
            TIMESTAMP);

    static final List<Field> TEXT_MESSAGE = of(
            reported("messages"),
            field("thread_id", Type.TEXT, "ID of the SMS thread; starts with SMT."),
            field("message_type", Type.TEXT, "sms or mms."),
            field("source_number", Type.TEXT, "Number that sent the message; may be masked, such as ***0199."),
            field("destination_number", Type.TEXT, "Number that the message was sent to; may be masked."),
            field("lead_status", Type.TEXT, "Lead status of the conversation, or null."),
            COMPANY,
            PERSON,
            field("agent", Type.ANY, "User who sent the message; its shape is not documented."),
            field("received_at", Type.DATE_TIME, "When CallRail received the message. Only events have it."),
            TIMESTAMP);

    static final List<Field> CONVERT_ASSIST = List.of(
            PERSON,
            COMPANY,
            field("last_interaction_resource_id", Type.TEXT, "ID of the last call, text message or form."),
            field("last_interaction_type", Type.TEXT, "What that was, such as Call."),
            field("answers", Type.OBJECTS, "What Convert Assist found, each with answer_key and answer_text."),
            field("interaction_count", Type.INTEGER, "Number of contacts with the person."),
            TIMESTAMP);

    static final List<Field> VOICE_ASSIST = List.of(
            field("call_id", Type.TEXT, "ID of the call; starts with CAL."),
            PERSON,
            COMPANY,
            field("tracking_number", Type.TEXT, "Number that was dialled, with country code."),
            TIMESTAMP);

    static final List<Field> UNKNOWN =
            List.of(field("id", Type.IDENTIFIER, "ID of what the event is about."), COMPANY, PERSON, TIMESTAMP);

    private EventFields() {}

    /** The fields of the list, and those that only the single form of its records has. */
    private static Stream<Field> reported(String name) {
        Report report = ReportCatalogue.of(name);
        return Stream.concat(
                report.recordFields().stream(), report.single().stream().flatMap(form -> form.recordFields().stream()));
    }

    private static List<Field> of(Stream<Field> reported, Field... ofEvents) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Stream.concat(reported, Stream.of(ofEvents)).forEach(field -> fields.putIfAbsent(field.name(), field));
        return List.copyOf(fields.values());
    }

    private static Field field(String name, Type type, String description) {
        return new Field(name, type, description, false);
    }
}
