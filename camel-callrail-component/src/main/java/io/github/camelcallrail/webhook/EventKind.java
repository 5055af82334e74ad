package io.github.camelcallrail.webhook;

import io.github.camelcallrail.failure.AllowedValues;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What CallRail sends events for. Sources: apidocs.callrail.com, Integrations and Webhooks; the two kinds of Voice
 * Assist are third-party observations of the live service.
 */
public enum EventKind {
    /** An inbound call was received and is not yet connected. */
    PRE_CALL("pre-call", "pre_call_webhook", "calls"),
    /** An inbound call was routed to its destination. */
    ROUTING_COMPLETE("routing-complete", "answered_call_webhook", "calls"),
    /** An inbound call has ended; CallRail waits up to 20 minutes for its recording and transcript. */
    POST_CALL("post-call", "post_call_webhook", "calls"),
    /** An inbound call that has ended was changed. */
    CALL_MODIFIED("call-modified", "updated_call_webhook", "calls"),
    /** An outbound call has ended. */
    OUTBOUND_POST_CALL("outbound-post-call", "post_outbound_call_webhook", "calls"),
    /** An outbound call that has ended was changed. */
    OUTBOUND_CALL_MODIFIED("outbound-call-modified", "updated_outbound_call_webhook", "calls"),
    /** A text message was received. */
    TEXT_MESSAGE_RECEIVED("text-message-received", "sms_received_webhook", null),
    /** A text message was sent. */
    TEXT_MESSAGE_SENT("text-message-sent", "sms_sent_webhook", null),
    /** A form was submitted. */
    FORM_SUBMISSION("form-submission", "form_captured_webhook", "form-submissions"),
    /** Convert Assist has finished its answers. The key that registers it is not documented. */
    CONVERT_ASSIST_COMPLETE("convert-assist-complete", null, null),
    /** Voice Assist has answered a call. Neither the kind nor the key that registers it is documented. */
    VOICE_ASSIST_CALL_ANSWERED("voice-assist-call-answered", null, null),
    /** Voice Assist has taken a message. Neither the kind nor the key that registers it is documented. */
    VOICE_ASSIST_MESSAGE("voice-assist-message", null, null);

    private final String text;
    private final String configKey;
    private final String report;

    EventKind(String text, String configKey, String report) {
        this.text = text;
        this.configKey = configKey;
        this.report = report;
    }

    /**
     * The kind with a name.
     *
     * @param option what names it, for messages
     * @throws io.github.camelcallrail.failure.CallRailFailure of kind CONFIGURATION if there is none
     */
    public static EventKind of(String option, String name) {
        AllowedValues.require(
                option, name, Arrays.stream(values()).map(EventKind::text).toList());
        return find(name).orElseThrow();
    }

    /** The kind with a name; empty if there is none. */
    public static Optional<EventKind> find(String name) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(name)).findFirst();
    }

    /** The kinds that can be registered by the API. */
    public static List<EventKind> registrable() {
        return Arrays.stream(values()).filter(kind -> kind.configKey != null).toList();
    }

    /** Whether it is about a change of a record that existed before. */
    public boolean isChange() {
        return this == CALL_MODIFIED || this == OUTBOUND_CALL_MODIFIED;
    }

    /** As users write it: {@code post-call}. */
    public String text() {
        return text;
    }

    /** The key in the configuration of an integration; empty if the kind cannot be registered by the API. */
    public Optional<String> configKey() {
        return Optional.ofNullable(configKey);
    }

    /** The report whose records have the shape of the body; empty if there is none. */
    public Optional<String> report() {
        return Optional.ofNullable(report);
    }
}
