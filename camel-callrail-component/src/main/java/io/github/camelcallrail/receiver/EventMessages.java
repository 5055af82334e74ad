package io.github.camelcallrail.receiver;

import io.github.camelcallrail.webhook.ReceivedEvent;
import io.github.camelcallrail.webhook.WebhookEvent;
import org.apache.camel.Message;

/** Puts events into messages. */
@FunctionalInterface
public interface EventMessages {

    /** Sets the body and the headers of a message that has neither. */
    void set(Message message, ReceivedEvent received, WebhookEvent event);
}
