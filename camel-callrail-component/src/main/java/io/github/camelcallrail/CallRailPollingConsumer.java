package io.github.camelcallrail;

import io.github.camelcallrail.feed.Reading;
import io.github.camelcallrail.feed.SourceRecords;
import io.github.camelcallrail.report.CallRailRecords;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.PollingConsumerSupport;

/**
 * Reads the whole report on each call, for {@code pollEnrich} and consumer templates: one exchange with all records, or
 * null if there are none. A time-out of the caller does not apply: the time is limited by the time-outs of the
 * connection, and by budgetWait and retryTimeout.
 */
class CallRailPollingConsumer extends PollingConsumerSupport {

    private final Supplier<Reading> read;
    private final UnaryOperator<RuntimeException> exceptions;

    /**
     * @param read begins to read the report
     * @param exceptions the exception for users in place of a failure
     */
    CallRailPollingConsumer(Endpoint endpoint, Supplier<Reading> read, UnaryOperator<RuntimeException> exceptions) {
        super(endpoint);
        this.read = read;
        this.exceptions = exceptions;
    }

    @Override
    public Exchange receive() {
        try {
            return readWhole();
        } catch (RuntimeException e) {
            throw exceptions.apply(e);
        }
    }

    private Exchange readWhole() {
        Reading reading = read.get();
        CallRailRecords records = reading.cursor().rest();
        reading.sources().flatMap(SourceRecords::failure).ifPresent(failure -> {
            throw failure;
        });
        if (records.isEmpty()) {
            return null;
        }
        Exchange exchange = getEndpoint().createExchange();
        exchange.getMessage().setBody(records);
        MessageHeaders.describe(reading, exchange.getMessage());
        return exchange;
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
