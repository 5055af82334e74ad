package io.github.camelcallrail.webhook;

import static java.util.Map.entry;

import io.github.camelcallrail.catalogue.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the bodies of some kinds of events become records: which fields the records have, and which names of the body are
 * old names of fields or say nothing about the record. Sources: apidocs.callrail.com, Webhooks; support articles on the
 * names of ids; third-party live observations.
 */
public enum EventShape {
    /** A record of report {@code calls}, partial at the beginning of a call. */
    CALL(
            EventFields.CALL,
            "id",
            List.of("start_time", "timestamp"),
            Map.ofEntries(
                    entry("callername", "customer_name"),
                    entry("callernum", "customer_phone_number"),
                    entry("callercity", "customer_city"),
                    entry("callerstate", "customer_state"),
                    entry("callercountry", "customer_country"),
                    entry("trackingnum", "tracking_phone_number"),
                    entry("destinationnum", "business_phone_number")),
            Set.of(
                    "callsource",
                    "datetime",
                    "ip",
                    "kissmetrics_id",
                    "landingpage",
                    "referrer",
                    "referrermedium",
                    "score",
                    "tag",
                    // These two are about the event.
                    "changes",
                    "type")),
    /** A record of report {@code form-submissions}. */
    FORM_SUBMISSION(
            EventFields.FORM_SUBMISSION,
            "id",
            List.of("submitted_at", "timestamp"),
            Map.of("url", "form_url", "landing", "landing_page_url", "referrer_url", "referring_url"),
            Set.of("utma", "utmb", "utmc", "utmv", "utmz")),
    /** A text message: a record of report {@code messages}, as far as it has the same fields. */
    TEXT_MESSAGE(EventFields.TEXT_MESSAGE, "id", List.of("timestamp", "received_at"), Map.of(), Set.of()),
    /** What Convert Assist found out about the last contact with a person. */
    CONVERT_ASSIST(
            EventFields.CONVERT_ASSIST, "last_interaction_resource_id", List.of("timestamp"), Map.of(), Set.of()),
    /** A call that Voice Assist took. */
    VOICE_ASSIST(EventFields.VOICE_ASSIST, "call_id", List.of("timestamp"), Map.of(), Set.of()),
    /** An event of a kind that is not known. */
    UNKNOWN(EventFields.UNKNOWN, "id", List.of("timestamp"), Map.of(), Set.of());

    /** The names of ids since 2021-09-21, and those of the API. */
    private static final Map<String, String> IDS = Map.of(
            "resource_id", "id",
            "company_resource_id", "company_id",
            "tracker_resource_id", "tracker_id",
            "person_resource_id", "person_id",
            "thread_resource_id", "thread_id");

    private final List<Field> fields;
    private final String idField;
    private final List<String> timeFields;
    private final Map<String, String> oldNames;
    private final Set<String> dropped;

    EventShape(
            List<Field> fields,
            String idField,
            List<String> timeFields,
            Map<String, String> oldNames,
            Set<String> dropped) {
        this.fields = fields;
        this.idField = idField;
        this.timeFields = timeFields;
        this.oldNames = oldNames;
        this.dropped = dropped;
    }

    /** The shape of the events of a kind. */
    public static EventShape of(EventKind kind) {
        return switch (kind) {
            case PRE_CALL, ROUTING_COMPLETE, POST_CALL, CALL_MODIFIED, OUTBOUND_POST_CALL, OUTBOUND_CALL_MODIFIED ->
                CALL;
            case TEXT_MESSAGE_RECEIVED, TEXT_MESSAGE_SENT -> TEXT_MESSAGE;
            case FORM_SUBMISSION -> FORM_SUBMISSION;
            case CONVERT_ASSIST_COMPLETE -> CONVERT_ASSIST;
            case VOICE_ASSIST_CALL_ANSWERED, VOICE_ASSIST_MESSAGE -> VOICE_ASSIST;
        };
    }

    /** The known fields of its records, in their order: those of the API first. A record may lack any of them. */
    public List<Field> fields() {
        return fields;
    }

    /** The field with the id of what the event is about. */
    public String idField() {
        return idField;
    }

    /** The fields with the time of what the event is about; the first that a record has counts. */
    List<String> timeFields() {
        return timeFields;
    }

    /** The API's name of an id, by the name in the body; empty for other names. */
    static Optional<String> idNamed(String name) {
        return Optional.ofNullable(IDS.get(name));
    }

    /** The name of the field that a name stood for before there was a field; empty for other names. */
    Optional<String> oldName(String name) {
        return Optional.ofNullable(oldNames.get(name));
    }

    /** Whether a name of the body says nothing about the record that a field does not say. */
    boolean drops(String name) {
        return dropped.contains(name);
    }
}
