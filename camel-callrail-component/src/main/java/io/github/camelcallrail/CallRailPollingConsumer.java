package io.github.camelcallrail;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.PollingConsumerSupport;

/**
 * Reads the whole report once each time it is asked, for {@code pollEnrich} and consumer templates: one exchange with all
 * records, or null when there are none. A time-out does not apply: the time is bounded by the connection's own time-outs.
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
            Reading reading = endpoint.read();
            List<CallRailRecord> rows = new ArrayList<>();
            reading.cursor().forEachRemaining(rows::add);
            if (rows.isEmpty()) {
                return null;
            }
            Exchange exchange = endpoint.exchange(reading, CallRailRecords.of(rows));
            reading.describeEnd(exchange.getMessage());
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
