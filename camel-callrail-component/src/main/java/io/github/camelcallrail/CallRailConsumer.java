package io.github.camelcallrail;

import io.github.camelcallrail.feed.CheckpointStatus;
import io.github.camelcallrail.feed.Delivery;
import io.github.camelcallrail.feed.Feed;
import io.github.camelcallrail.feed.IncrementalFeeds;
import io.github.camelcallrail.monitor.LastPoll;
import io.github.camelcallrail.monitor.MonitoredConsumer;
import io.github.camelcallrail.uri.KameletProperties;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.health.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the report at every poll, page by page, and sends each record or page through the route before the next is looked at.
 *
 * <p>Without {@code incremental} a failed request fails the poll, and the next one reads all dates from their start; so does a
 * restart. So a record can come more than once but is not lost. An exchange that fails is handed to the exception handler and
 * does not hold up the others.
 *
 * <p>With it only what is new or changed is sent. What was sent is confirmed after its exchanges are done, page by page; what
 * failed comes again at the next poll; a restart goes on where the last confirmation was.
 *
 * <p>What {@code maxMessagesPerPoll} leaves over stays in memory and goes on at the next poll, within the same dates. So does what
 * is left when the budget of requests is used up, or CallRail refuses more: the poll ends then, and does not fail. The last record
 * that it has waits with the rest, because nobody can say whether it is the last. The last poll of a {@code repeatCount} fails then,
 * because nothing goes on.
 */
@ManagedResource(description = "Managed CallRail consumer")
public class CallRailConsumer extends MonitoredConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(CallRailConsumer.class);
    private static final long FAR_OFF = TimeUnit.MINUTES.toMillis(1);

    private final CallRailEndpoint endpoint;
    private final Optional<IncrementalFeeds> incremental;
    private final MessageHeaders headers = new MessageHeaders();
    private final Queue<Object> page = new ArrayDeque<>();
    private Feed feed;
    private AtomicBoolean feedWanted = new AtomicBoolean();
    private int handedOut;
    private int failures;
    private volatile CallRailException postponed;

    /** @param incremental how to read incrementally; empty to read everything at every poll */
    CallRailConsumer(CallRailEndpoint endpoint, Processor processor, Optional<IncrementalFeeds> incremental) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.incremental = incremental;
    }

    @Override
    protected int poll() throws Exception {
        beginBatch();
        try {
            if (feed == null) {
                BooleanSupplier running = running();
                feed = incremental.map(feeds -> feeds.feed(running)).orElseGet(() -> endpoint.feed(running));
            }
            while (isBatchAllowed() && room() > 0 && pageWaits()) {
                processBatch(page);
            }
            endBatch();
        } catch (RuntimeException e) {
            resumeLaterOrThrow(e);
        }
        // Greedy polls again at once, where what failed would only fail again.
        return endpoint.isGreedy() ? handedOut - failures : handedOut;
    }

    /** Whether to read on for the feed that begins now: not once it is forgotten, so that nothing more is fetched ahead for it. */
    private BooleanSupplier running() {
        AtomicBoolean wanted = new AtomicBoolean(true);
        feedWanted = wanted;
        return () -> wanted.get() && isBatchAllowed();
    }

    /** Keeps what is half read, when it is not its time and another poll comes; otherwise forgets it. */
    private void resumeLaterOrThrow(RuntimeException e) {
        RuntimeException told = endpoint.exception(e);
        pollFails(told);
        if (told instanceof CallRailException reason && reason.getKind().postpones() && !wasLastPoll()) {
            if (postponed == null) {
                LOG.warn(
                        "{} The poll ends here, after {} exchanges, and a later one goes on.",
                        reason.getMessage(),
                        handedOut);
            }
            postponed = reason;
            pollEnds(LastPoll.Outcome.POSTPONED, handedOut, failures, Optional.of(reason.getKind()));
            return;
        }
        postponed = null;
        pollEnds(
                LastPoll.Outcome.FAILED,
                handedOut,
                failures,
                told instanceof CallRailException reason ? Optional.of(reason.getKind()) : Optional.empty());
        forget();
        throw told;
    }

    private void pollFails(RuntimeException told) {
        if (told instanceof CallRailException reason) {
            pollFails(Optional.of(reason.getKind()), reason.getMessage(), reason.getRetryAt());
        } else {
            // The text of others may contain anything.
            pollFails(
                    Optional.empty(),
                    "The poll failed with " + told.getClass().getName() + "; see the log",
                    Optional.empty());
        }
    }

    private boolean wasLastPoll() {
        return getRepeatCount() > 0 && getPolls() >= getRepeatCount();
    }

    private void beginBatch() {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        handedOut = 0;
        failures = 0;
        pollBegins();
    }

    private void endBatch() {
        postponed = null;
        pollEnds(LastPoll.Outcome.DONE, handedOut, failures, Optional.empty());
    }

    /** Whether there is something to hand out: the rest of the page in hand, or the next page. */
    private boolean pageWaits() {
        if (feed != null && page.isEmpty()) {
            page.addAll(feed.page());
            forceConsumerAsReady();
            if (page.isEmpty()) {
                end();
            }
        }
        return !page.isEmpty();
    }

    /** Hands out what waits, as far as there is room and the consumer may run; the rest stays in the queue. */
    @Override
    public int processBatch(Queue<Object> deliveries) throws Exception {
        int size = Math.min(deliveries.size(), room());
        int index = 0;
        Exception failure = null;
        try {
            while (index < size && isBatchAllowed()) {
                pendingExchanges = size - index - 1;
                Delivery delivery = (Delivery) deliveries.peek();
                boolean last = deliveries.size() == 1 && !feed.hasNext();
                if (!isBatchAllowed()) {
                    // Whether it is the last was not found out.
                    break;
                }
                feed.settle(delivery, process(exchange(delivery, index, size, last)));
                deliveries.remove();
                index++;
                handedOut++;
            }
        } catch (Exception e) {
            failure = e;
        }
        confirm(failure);
        if (deliveries.isEmpty() && isBatchAllowed() && !feed.hasNext()) {
            end();
        }
        return index;
    }

    /** Confirms what was handed out, also when the rest failed: that failure is thrown then, whatever becomes of the confirmation. */
    private void confirm(Exception failure) throws Exception {
        try {
            feed.confirm();
        } catch (RuntimeException e) {
            if (failure == null) {
                throw e;
            }
            failure.addSuppressed(e);
        }
        if (failure != null) {
            throw failure;
        }
    }

    // Not before its turn: a stop in mid-page then leaves no exchange behind that nobody releases.
    private Exchange exchange(Delivery delivery, int index, int size, boolean last) {
        Exchange exchange = createExchange(false);
        headers.deliver(delivery, last, exchange.getMessage());
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
        return exchange;
    }

    /** Whether the route is done with the exchange, be it that it handled a failure. */
    private boolean process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        boolean done = !exchange.isFailed() && !exchange.isRollbackOnly() && !exchange.isRollbackOnlyLast();
        if (exchange.getException() != null) {
            getExceptionHandler().handleException("Error processing exchange", exchange, exchange.getException());
        }
        failures += done ? 0 : 1;
        releaseExchange(exchange, false);
        return done;
    }

    /** Not for a poll that had to stop before its end: there is more to come. */
    @Override
    protected void processEmptyMessage() throws Exception {
        if (postponed == null) {
            super.processEmptyMessage();
        }
    }

    private Optional<CallRailException> postponed() {
        return Optional.ofNullable(postponed);
    }

    @Override
    public Optional<CheckpointStatus> status() {
        return incremental.map(IncrementalFeeds::status);
    }

    private int room() {
        return maxMessagesPerPoll > 0 ? maxMessagesPerPoll - handedOut : Integer.MAX_VALUE;
    }

    private void end() {
        feed.close();
        feed = null;
    }

    private void forget() {
        feedWanted.set(false);
        page.clear();
        feed = null;
    }

    @Override
    protected void doBuild() throws Exception {
        CallRailHealthCheck check = new CallRailHealthCheck(this, this::postponed);
        Optional.ofNullable(initialHealthCheckState()).ifPresent(check::setInitialState);
        setHealthCheck(check);
        super.doBuild();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (incremental.isEmpty() && getRepeatCount() != 1) {
            LOG.info(
                    "callrail:{} reads all its rows at every poll, so they come again: let the sink replace what it has, or add"
                            + " incremental=true.",
                    endpoint.getReport());
        }
    }

    @Override
    protected void doStart() throws Exception {
        forget();
        forgetPolls();
        incremental.ifPresent(feeds -> endpoint.orFail(() -> {
            feeds.start(getRouteId(), hasChosenId(getRoute()), pollsPerDay());
            return null;
        }));
        super.doStart();
    }

    private static boolean hasChosenId(Route route) {
        return route != null && route.isCustomId() && !KameletProperties.hasIdOfCamel(route);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        incremental.ifPresent(IncrementalFeeds::stop);
    }

    private OptionalLong pollsPerDay() {
        long millis = getTimeUnit().toMillis(getDelay());
        return ownScheduler() || millis == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, TimeUnit.DAYS.toMillis(1) / millis));
    }

    /** Up where the first poll is far off, because there is nothing yet that could be wrong. */
    @Override
    protected HealthCheck.State initialHealthCheckState() {
        boolean farOff = getTimeUnit().toMillis(getInitialDelay()) >= FAR_OFF;
        return ownScheduler() || farOff || !isStartScheduler() ? HealthCheck.State.UP : super.initialHealthCheckState();
    }
}
