package io.github.camelcallrail.receiver;

import io.github.camelcallrail.webhook.EventReceiver;
import org.apache.camel.Exchange;

/** How accepted events get to the route. */
interface EventDelivery {

    void start();

    void stop();

    /** Takes the event of a request. */
    EventReceiver.Sink sink(Exchange request);
}
