package io.github.camelcallrail.receiver;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.inbox.DispatchStatus;
import io.github.camelcallrail.state.EventState;
import io.github.camelcallrail.webhook.EventObserver;
import io.github.camelcallrail.webhook.EventReceiver;
import io.github.camelcallrail.webhook.Rejection;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.service.ServiceSupport;

/** Answers the requests to the URL of a webhook, and starts and stops with its consumer. Thread-safe. */
public final class WebhookProcessor extends ServiceSupport implements Processor {

    private static final int OK = 200;
    private static final int FAILED = 500;

    private final CamelContext context;
    private final EventReceiver receiver;
    private final RequestReader reader;
    private final EventDelivery delivery;
    private final WebhookCare care;
    private final UnaryOperator<RuntimeException> exceptions;

    private WebhookProcessor(CamelContext context, Parts parts, EventDelivery delivery) {
        this.context = requireNonNull(context, "context is null");
        this.receiver = parts.receiver();
        this.reader = new RequestReader(context, parts.maxSize());
        this.delivery = requireNonNull(delivery, "delivery is null");
        this.care = parts.care();
        this.exceptions = parts.exceptions();
    }

    /**
     * What a processor needs besides its route.
     *
     * @param receiver decides about requests
     * @param messages makes messages of events
     * @param observer is told when the route has processed an event
     * @param care looks after the registration
     * @param maxSize the maximum number of bytes of an event
     * @param exceptions the exception for users in place of a failure
     */
    public record Parts(
            EventReceiver receiver,
            EventMessages messages,
            EventObserver observer,
            WebhookCare care,
            int maxSize,
            UnaryOperator<RuntimeException> exceptions) {}

    /** One that answers with the outcome of the route. */
    public static WebhookProcessor direct(CamelContext context, Processor route, Parts parts, Clock clock) {
        return new WebhookProcessor(
                context, parts, new DirectDelivery(context, route, parts.messages(), parts.observer(), clock));
    }

    /**
     * One that stores events and answers at once.
     *
     * @param endpoint makes the exchanges
     * @param capacity the maximum number of events that wait
     * @param threads how many events the route processes at the same time
     */
    public static WebhookProcessor storing(
            Endpoint endpoint, Processor route, Parts parts, Clock clock, EventState state, int capacity, int threads) {
        return new WebhookProcessor(
                endpoint.getCamelContext(),
                parts,
                new StoredDelivery(
                        endpoint, route, parts.messages(), parts.observer(), clock, state, capacity, threads));
    }

    @Override
    public void process(Exchange exchange) {
        RequestReader.Result read = reader.read(exchange.getMessage());
        if (read.rejection().isPresent()) {
            receiver.rejected(read.rejection().get());
            answer(exchange, read.rejection().get().status());
            return;
        }
        try {
            Optional<Rejection> rejection = receiver.receive(read.request().orElseThrow(), delivery.sink(exchange));
            answer(exchange, rejection.map(Rejection::status).orElse(OK));
        } catch (DirectDelivery.RouteFailed e) {
            answer(exchange, FAILED);
        }
    }

    /** A response without body, and without the headers of the request or the route. */
    private void answer(Exchange exchange, int status) {
        Message response = new DefaultMessage(context);
        response.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        exchange.setMessage(response);
    }

    /** What waits to be processed; empty if events are not stored, or while that is not known. */
    public Optional<DispatchStatus> status() {
        return delivery instanceof StoredDelivery stored ? stored.status() : Optional.empty();
    }

    @Override
    protected void doStart() {
        try {
            delivery.start();
        } catch (RuntimeException e) {
            throw exceptions.apply(e);
        }
        care.start();
    }

    @Override
    protected void doStop() {
        care.stop();
        delivery.stop();
    }
}
