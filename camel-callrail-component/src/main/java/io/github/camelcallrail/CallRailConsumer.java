package io.github.camelcallrail;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the report at every poll, page by page, and sends each record or page through the route before the next is looked at.
 *
 * <p>What {@code maxMessagesPerPoll} leaves over stays in memory and goes on at the next poll, within the same dates. A failed
 * request fails the poll, and the next one reads all dates from their start; so does a restart. So a record can come more than
 * once but is not lost. An exchange that fails is handed to the exception handler and does not hold up the others.
 */
public class CallRailConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(CallRailConsumer.class);
    private static final long FAR_OFF = TimeUnit.MINUTES.toMillis(1);

    private final CallRailEndpoint endpoint;
    private final Queue<Object> page = new ArrayDeque<>();
    private Reading reading;

    public CallRailConsumer(CallRailEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        try {
            if (reading == null) {
                reading = endpoint.read();
            }
            int handedOut = 0;
            while (isBatchAllowed() && hasRoom(handedOut) && nextPage()) {
                handedOut += processBatch(page);
            }
            if (page.isEmpty() && !reading.cursor().hasNext()) {
                reading = null;
            }
            return handedOut;
        } catch (CallRailFailure failure) {
            forget();
            throw CallRailException.of(failure, endpoint.getConfiguration().getApiKey());
        }
    }
}
