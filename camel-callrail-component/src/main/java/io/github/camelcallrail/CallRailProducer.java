package io.github.camelcallrail;

import io.github.camelcallrail.feed.Reading;
import io.github.camelcallrail.stream.RecordStream;
import io.github.camelcallrail.stream.StreamUse;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Gets the report anew for each message, as its headers and the endpoint's options say, and puts it in the body. */
public class CallRailProducer extends DefaultProducer {

    private final CallRailEndpoint endpoint;

    public CallRailProducer(CallRailEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        StreamUse use = new StreamUse();
        Reading reading = endpoint.orFail(() -> endpoint.read(message, () -> mayWait() && !use.ended()));
        boolean stream = endpoint.getConfiguration().getOutputType().equals("stream");
        Object body = stream ? begun(reading, use, exchange) : endpoint.orFail(reading.cursor()::rest);
        MessageHeaders.remove(message);
        MessageHeaders.describe(reading, message);
        message.setBody(body);
    }

    // A message that waits for its turn must not hold up a context that stops.
    private boolean mayWait() {
        // Not whether this producer runs: a stream may be read when Camel has long put away what made it.
        return !endpoint.getCamelContext().isStopping()
                && !endpoint.getCamelContext().isStopped();
    }

    /** With its first page fetched: what is wrong with the request then fails the exchange, and the totals are known. */
    private RecordStream begun(Reading reading, StreamUse use, Exchange exchange) {
        endpoint.orFail(reading.cursor()::hasNext);
        exchange.getExchangeExtension().addOnCompletion(use);
        return new RecordStream(reading.cursor(), use, reading.query().report().name(), endpoint::exception);
    }
}
