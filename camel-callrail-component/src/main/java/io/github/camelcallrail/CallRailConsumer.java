package io.github.camelcallrail;

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
    private int handedOut;

    public CallRailConsumer(CallRailEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected int poll() throws Exception {
        beginBatch();
        try {
            if (reading == null) {
                reading = endpoint.read();
            }
            while (isBatchAllowed() && room() > 0 && pageWaits()) {
                handedOut += processBatch(page);
            }
            return handedOut;
        } catch (RuntimeException e) {
            forget();
            throw endpoint.exception(e);
        }
    }

    private void beginBatch() {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        handedOut = 0;
    }

    /** Whether there is something to hand out: the rest of the page in hand, or the next page. */
    private boolean pageWaits() {
        if (reading != null && page.isEmpty()) {
            page.addAll(Delivery.ofPage(
                    reading.cursor(), endpoint.getConfiguration().isSplitResults()));
            forceConsumerAsReady();
            if (page.isEmpty()) {
                reading = null;
            }
        }
        return !page.isEmpty();
    }

    /** Hands out what waits, as far as there is room and the consumer may run; the rest stays in the queue. */
    @Override
    public int processBatch(Queue<Object> deliveries) throws Exception {
        int size = Math.min(deliveries.size(), room());
        int index = 0;
        while (index < size && isBatchAllowed()) {
            pendingExchanges = size - index - 1;
            Delivery delivery = (Delivery) deliveries.poll();
            boolean last = deliveries.isEmpty() && !reading.cursor().hasNext();
            process(exchange(delivery, index, size, last));
            index++;
            if (last) {
                reading = null;
            }
        }
        return index;
    }

    // Not before its turn: a stop in mid-page then leaves no exchange behind that nobody releases.
    private Exchange exchange(Delivery delivery, int index, int size, boolean last) {
        Exchange exchange = createExchange(false);
        reading.describe(exchange.getMessage());
        delivery.describe(exchange.getMessage());
        exchange.getMessage().setHeader(CallRailConstants.LAST_RECORD, last);
        if (last) {
            reading.describeEnd(exchange.getMessage());
        }
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
        return exchange;
    }

    private void process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            getExceptionHandler().handleException("Error processing exchange", exchange, exchange.getException());
        }
        releaseExchange(exchange, false);
    }

    private int room() {
        return maxMessagesPerPoll > 0 ? maxMessagesPerPoll - handedOut : Integer.MAX_VALUE;
    }

    private void forget() {
        page.clear();
        reading = null;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (getRepeatCount() != 1) {
            LOG.info(
                    "callrail:{} reads all its rows at every poll, so they come again: let the sink replace what it has.",
                    endpoint.getReport());
        }
    }

    @Override
    protected void doStart() throws Exception {
        forget();
        super.doStart();
    }

    /** Up where the first poll is far off, because there is nothing yet that could be wrong. */
    @Override
    protected HealthCheck.State initialHealthCheckState() {
        boolean ownScheduler = endpoint.getScheduler() != null && !"none".equals(endpoint.getScheduler());
        boolean farOff = getTimeUnit().toMillis(getInitialDelay()) >= FAR_OFF;
        return ownScheduler || farOff || !isStartScheduler() ? HealthCheck.State.UP : super.initialHealthCheckState();
    }
}
