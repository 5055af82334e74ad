package io.github.camelcallrail.webhook;

import io.github.camelcallrail.report.CallRailRecord;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises the kind of an event by its body, because bodies do not name it. Sources: apidocs.callrail.com, Webhooks;
 * support article on what the events contain; third-party live observations. The rules for bodies of calls that have
 * not ended follow from these and are not documented.
 */
final class EventRecognition {

    private static final Set<String> VOICE_ASSIST = Set.of("call_id", "person_id", "tracking_number", "timestamp");

    /** Only bodies of calls that have ended have these, if only as empty text. */
    private static final Set<String> AT_THE_END = Set.of("recording", "transcription", "note", "lead_status", "value");

    private final CallRailRecord body;

    private EventRecognition(CallRailRecord body) {
        this.body = body;
    }

    /** The kind; empty if the body is like none that is known. A message of Voice Assist is not recognised. */
    static Optional<EventKind> kind(CallRailRecord body) {
        return new EventRecognition(body).kind();
    }

    private Optional<EventKind> kind() {
        if (has("form_data") || has("submitted_at")) {
            return Optional.of(EventKind.FORM_SUBMISSION);
        }
        if (has("message_type") || has("source_number") && has("destination_number")) {
            return Optional.of(has("agent") ? EventKind.TEXT_MESSAGE_SENT : EventKind.TEXT_MESSAGE_RECEIVED);
        }
        if (has("answers")) {
            return Optional.of(EventKind.CONVERT_ASSIST_COMPLETE);
        }
        if (body.keySet().equals(VOICE_ASSIST)) {
            return Optional.of(EventKind.VOICE_ASSIST_CALL_ANSWERED);
        }
        boolean call = has("call_type") || is("type", "outboundpostcall") || has("direction") && has("duration");
        return call ? Optional.of(ofCall()) : Optional.empty();
    }

    private EventKind ofCall() {
        boolean outbound = is("direction", "outbound") || is("call_type", "outbound") || is("type", "outboundpostcall");
        if (has("changes")) {
            return outbound ? EventKind.OUTBOUND_CALL_MODIFIED : EventKind.CALL_MODIFIED;
        }
        return outbound ? EventKind.OUTBOUND_POST_CALL : inbound();
    }

    /** A call that comes in lasts no time yet, and its body has no place for the number that it will be routed to. */
    private EventKind inbound() {
        if (AT_THE_END.stream().anyMatch(this::has) || lasted()) {
            return EventKind.POST_CALL;
        }
        boolean routed = has("business_phone_number") || isFilled("destinationnum") || is("answered", "true");
        return routed ? EventKind.ROUTING_COMPLETE : EventKind.PRE_CALL;
    }

    private boolean lasted() {
        return isFilled("duration") && !is("duration", "0");
    }

    private boolean has(String name) {
        return body.containsKey(name);
    }

    private boolean isFilled(String name) {
        return body.get(name) != null && !is(name, "");
    }

    private boolean is(String name, String value) {
        return value.equals(String.valueOf(body.get(name)));
    }
}
