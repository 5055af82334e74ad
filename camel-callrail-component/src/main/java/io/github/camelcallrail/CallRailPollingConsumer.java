package io.github.camelcallrail;

import io.github.camelcallrail.feed.Reading;
import io.github.camelcallrail.feed.SourceRecords;
import io.github.camelcallrail.report.CallRailRecords;
import org.apache.camel.Exchange;
import org.apache.camel.support.PollingConsumerSupport;

/**
 * Reads the whole report on each call, for {@code pollEnrich} and consumer templates: one exchange with all records, or
 * null if there are none. A time-out of the caller does not apply: the time is limited by the time-outs of the
 * connection, and by budgetWait and retryTimeout.
 */
class CallRailPollingConsumer extends PollingConsumerSupport {

    private final CallRailEndpoint endpoint;

    CallRailPollingConsumer(CallRailEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public Exchange receive() {
        return endpoint.orFail(() -> {
            Reading reading = endpoint.read(() -> !endpoint.getCamelContext().isStopping());
            CallRailRecords records = reading.cursor().rest();
            reading.sources().flatMap(SourceRecords::failure).ifPresent(failure -> {
                throw failure;
            });
            if (records.isEmpty()) {
                return null;
            }
            Exchange exchange = endpoint.createExchange();
            exchange.getMessage().setBody(records);
            MessageHeaders.describe(reading, exchange.getMessage());
            return exchange;
        });
    }

    @Override
    public Exchange receiveNoWait() {
        return receive();
    }

    @Override
    public Exchange receive(long timeout) {
        return receive();
    }
}
