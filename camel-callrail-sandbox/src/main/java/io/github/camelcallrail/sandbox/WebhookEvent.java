package io.github.camelcallrail.sandbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What CallRail sends webhooks for, as far as an integration can be configured for it. */
public enum WebhookEvent {
    /** An inbound call has been received. */
    PRE_CALL("pre-call", "pre_call_webhook"),
    /** An inbound call has been routed to its destination. */
    ROUTING_COMPLETE("routing-complete", "answered_call_webhook"),
    /** An inbound call has ended. */
    POST_CALL("post-call", "post_call_webhook"),
    /** An inbound call that has ended was changed. */
    CALL_MODIFIED("call-modified", "updated_call_webhook"),
    /** An outbound call has ended. */
    OUTBOUND_POST_CALL("outbound-post-call", "post_outbound_call_webhook"),
    /** An outbound call that has ended was changed. */
    OUTBOUND_CALL_MODIFIED("outbound-call-modified", "updated_outbound_call_webhook"),
    /** A text message was received. */
    TEXT_MESSAGE_RECEIVED("text-message-received", "sms_received_webhook"),
    /** A text message was sent. */
    TEXT_MESSAGE_SENT("text-message-sent", "sms_sent_webhook"),
    /** A form was submitted. */
    FORM_SUBMISSION("form-submission", "form_captured_webhook");

    private final String id;
    private final String configKey;

    WebhookEvent(String id, String configKey) {
        this.id = id;
        this.configKey = configKey;
    }

    /** The name that tests use, such as {@code post-call}. */
    public String id() {
        return id;
    }

    /** The key in the configuration of an integration whose value is the list of URLs. */
    public String configKey() {
        return configKey;
    }

    /**
     * The event with this id or configuration key.
     *
     * @throws IllegalArgumentException if there is none; the message lists the valid ids
     */
    public static WebhookEvent of(String name) {
        return Arrays.stream(values())
                .filter(event -> event.id.equals(name) || event.configKey.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No event '" + name + "'. There are: "
                        + Arrays.stream(values()).map(WebhookEvent::id).collect(Collectors.joining(", "))));
    }
}
