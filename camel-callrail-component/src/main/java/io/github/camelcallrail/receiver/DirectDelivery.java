package io.github.camelcallrail.receiver;

import io.github.camelcallrail.webhook.EventObserver;
import io.github.camelcallrail.webhook.EventReceiver;
import io.github.camelcallrail.webhook.ReceivedEvent;
import io.github.camelcallrail.webhook.WebhookEvent;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultMessage;

/** Has the route process an event while its request waits: the outcome of the route is the response. */
record DirectDelivery(
        CamelContext context, Processor route, EventMessages messages, EventObserver observer, Clock clock)
        implements EventDelivery {

    /** The route failed; the exchange tells why. */
    static final class RouteFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RouteFailed(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public void start() {
        // Nothing runs besides the requests.
    }

    @Override
    public void stop() {
        // Nothing runs besides the requests.
    }

    @Override
    public EventReceiver.Sink sink(Exchange request) {
        return (received, event) -> process(request, received, event);
    }

    private void process(Exchange exchange, ReceivedEvent received, WebhookEvent event) {
        // A new message, so that no header of the request is mistaken for one of the event.
        Message message = new DefaultMessage(context);
        exchange.setMessage(message);
        messages.set(message, received, event);
        Duration after = Duration.between(received.received(), clock.instant());
        if (!RouteOutcome.of(route, exchange)) {
            throw new RouteFailed(exchange.getException());
        }
        observer.delivered(received.kind(), after);
    }
}
