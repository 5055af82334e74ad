package io.github.camelcallrail;

import io.github.camelcallrail.agency.PolledSource;
import io.github.camelcallrail.feed.CheckpointStatus;
import io.github.camelcallrail.feed.Delivery;
import io.github.camelcallrail.feed.Feed;
import io.github.camelcallrail.feed.IncrementalFeeds;
import io.github.camelcallrail.feed.RefreshWatch;
import io.github.camelcallrail.monitor.LastPoll;
import io.github.camelcallrail.monitor.MonitoredConsumer;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.receiver.RouteOutcome;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.state.RefreshSignals;
import io.github.camelcallrail.uri.KameletProperties;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.health.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a report, page by page, and sends each record or page through the route before it reads the next.
 *
 * <p>Without {@code incremental}, a failed request fails the poll, and the next poll reads the whole window from its
 * start; so does a restart. So a record can be sent more than once but is not lost. A failed exchange is passed to the
 * exception handler and does not stop the others.
 *
 * <p>With {@code incremental}, only new and changed records are sent. They are confirmed page by page, after their
 * exchanges are done; failed records are retried at the next poll; a restart resumes at the last confirmation.
 *
 * <p>What {@code maxMessagesPerPoll} leaves over stays in memory and is continued by the next poll, within the same
 * window. The same happens when the request budget is used up or CallRail rejects more requests: the poll then ends
 * without failing. The last record read so far is kept for the next poll too, because it is not known whether it is the
 * last of the report. The last poll of a {@code repeatCount} fails instead, because no poll follows.
 */
@ManagedResource(description = "Managed CallRail consumer")
public class CallRailConsumer extends MonitoredConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(CallRailConsumer.class);
    private static final long LONG_INITIAL_DELAY_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final CallRailEndpoint endpoint;
    private final ReportPlan plan;
    private final Optional<IncrementalFeeds> incremental;
    private final PolledSource polled;
    private final Queue<Object> page = new ArrayDeque<>();
    /** Held by the thread that reads, because a poll and a refresh use the same state. */
    private final ReentrantLock reading = new ReentrantLock();

    private Feed feed;
    private MessageHeaders headers = new MessageHeaders();
    private AtomicBoolean feedInUse = new AtomicBoolean();
    private int sent;
    private int failures;
    private volatile CallRailException postponed;
    private ScheduledExecutorService refreshing;

    /**
     * @param plan what every poll reads, unless incrementally
     * @param incremental how to read incrementally; empty to read everything at every poll
     * @param polled the account or company that it polls among others
     */
    CallRailConsumer(
            CallRailEndpoint endpoint,
            Processor processor,
            ReportPlan plan,
            Optional<IncrementalFeeds> incremental,
            PolledSource polled) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.plan = plan;
        this.incremental = incremental;
        this.polled = polled;
    }

    @Override
    protected int poll() throws Exception {
        reading.lock();
        beginBatch();
        try {
            if (feed == null) {
                BooleanSupplier running = running();
                feed = incremental.map(feeds -> feeds.feed(running)).orElseGet(() -> endpoint.feed(plan, running));
            }
            while (isBatchAllowed() && remaining() > 0 && hasDeliveries()) {
                processBatch(page);
            }
            endBatch();
        } catch (RuntimeException e) {
            resumeLaterOrThrow(e);
        } finally {
            reading.unlock();
        }
        // With greedy, Camel polls again at once, and failed records would only fail again.
        return endpoint.isGreedy() ? sent - failures : sent;
    }

    /**
     * Reads the records that others asked for, between polls. A poll that is running, or that can only be continued in
     * memory, reads them itself.
     */
    private void refresh() {
        if (!reading.tryLock()) {
            return;
        }
        try {
            if (isBatchAllowed() && !isSuspended() && (feed == null || feed.resumable())) {
                readRefreshed();
            }
        } finally {
            reading.unlock();
        }
    }

    private void readRefreshed() {
        discardFeed();
        try {
            feed = incremental.orElseThrow().refreshFeed(running());
            while (isBatchAllowed() && hasDeliveries()) {
                // The limit of a poll does not apply.
                sent = 0;
                processBatch(page);
            }
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeException(e);
        } finally {
            discardFeed();
        }
    }

    /**
     * Whether other accounts have their turn now. That loses nothing because the walk can be resumed, unless the number
     * of polls is limited.
     */
    private boolean givesWay() {
        return getRepeatCount() == 0 && feed.resumable() && polled.turn().isOver();
    }

    /** Among thousands of accounts, none keeps records in memory that it can request again. */
    private void releaseUnlessNeeded() {
        if (polled.source().isPresent() && feed != null && feed.resumable()) {
            discardFeed();
        }
    }

    /**
     * Whether to continue reading for the feed that begins now: no longer once the feed is discarded, so that nothing
     * more is fetched ahead for it.
     */
    private BooleanSupplier running() {
        AtomicBoolean inUse = new AtomicBoolean(true);
        feedInUse = inUse;
        return () -> inUse.get() && isBatchAllowed();
    }

    /** Keeps a feed that is only postponed if another poll follows; otherwise discards it and throws. */
    private void resumeLaterOrThrow(RuntimeException e) {
        RuntimeException thrown = endpoint.exception(e);
        pollFails(thrown);
        if (thrown instanceof CallRailException reason && reason.getKind().postpones() && !wasLastPoll()) {
            if (postponed == null) {
                LOG.warn(
                        "{} The poll ends here, after {} exchanges; a later poll continues.",
                        reason.getMessage(),
                        sent);
            }
            postponed = reason;
            pollEnds(LastPoll.Outcome.POSTPONED, sent, failures, Optional.of(reason.getKind()));
            releaseUnlessNeeded();
            return;
        }
        postponed = null;
        pollEnds(
                LastPoll.Outcome.FAILED,
                sent,
                failures,
                thrown instanceof CallRailException reason ? Optional.of(reason.getKind()) : Optional.empty());
        discardFeed();
        throw thrown;
    }

    private void pollFails(RuntimeException thrown) {
        if (thrown instanceof CallRailException reason) {
            pollFails(Optional.of(reason.getKind()), reason.getMessage(), reason.getRetryAt());
        } else {
            // The message of another exception may contain anything.
            pollFails(
                    Optional.empty(),
                    "The poll failed with " + thrown.getClass().getName() + "; see the log",
                    Optional.empty());
        }
    }

    private boolean wasLastPoll() {
        return getRepeatCount() > 0 && getPolls() >= getRepeatCount();
    }

    private void beginBatch() {
        allowBatches();
        pendingExchanges = 0;
        sent = 0;
        failures = 0;
        pollBegins();
    }

    private void endBatch() {
        postponed = null;
        pollEnds(LastPoll.Outcome.DONE, sent, failures, Optional.empty());
        releaseUnlessNeeded();
    }

    /** Whether there are deliveries for this poll: the rest of the current page, or the next page. */
    private boolean hasDeliveries() {
        if (feed != null && page.isEmpty() && !givesWay()) {
            page.addAll(feed.page());
            forceConsumerAsReady();
            if (page.isEmpty()) {
                end();
            }
        }
        return !page.isEmpty();
    }

    /**
     * Sends the deliveries, up to the limit of the poll and while the consumer may run; the rest stays in the queue.
     */
    @Override
    public int processBatch(Queue<Object> deliveries) throws Exception {
        int size = Math.min(deliveries.size(), remaining());
        int index = 0;
        Exception failure = null;
        try {
            while (index < size && isBatchAllowed()) {
                pendingExchanges = size - index - 1;
                Delivery delivery = (Delivery) deliveries.peek();
                boolean last = deliveries.size() == 1 && isAtEnd();
                polled.route().enter();
                if (!isBatchAllowed()) {
                    // It is not known whether this is the last delivery.
                    break;
                }
                feed.settle(delivery, process(exchange(delivery, index, size, last)));
                deliveries.remove();
                index++;
                sent++;
            }
        } catch (Exception e) {
            failure = e;
        } finally {
            polled.route().leave();
        }
        confirm(failure);
        polled.turn().pageDone();
        if (deliveries.isEmpty() && isBatchAllowed() && !feed.hasNext()) {
            end();
        }
        return index;
    }

    /** Whether no page follows; nobody waits for the route while this is requested. */
    private boolean isAtEnd() {
        polled.route().leave();
        return !feed.hasNext();
    }

    /**
     * Confirms what was sent, even after a failure; that failure is then thrown, whatever the result of the
     * confirmation.
     */
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

    // Created only when it is sent: a stop in the middle of a page then leaves no unreleased exchange behind.
    private Exchange exchange(Delivery delivery, int index, int size, boolean last) {
        Exchange exchange = createExchange(false);
        headers.deliver(delivery, last, exchange.getMessage());
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
        return exchange;
    }

    /** Whether the route has completed the exchange, including one whose failure it handled. */
    private boolean process(Exchange exchange) {
        boolean done = RouteOutcome.of(getProcessor(), exchange);
        if (exchange.getException() != null) {
            getExceptionHandler().handleException("Error processing exchange", exchange, exchange.getException());
        }
        failures += done ? 0 : 1;
        releaseExchange(exchange, false);
        return done;
    }

    /** A postponed poll sends no empty message, because more records follow. */
    @Override
    protected void processEmptyMessage() throws Exception {
        if (postponed != null) {
            return;
        }
        polled.route().enter();
        try {
            super.processEmptyMessage();
        } finally {
            polled.route().leave();
        }
    }

    private Optional<CallRailException> postponed() {
        return Optional.ofNullable(postponed);
    }

    @Override
    public Optional<Source> source() {
        return polled.source();
    }

    @Override
    public Optional<CheckpointStatus> status() {
        return incremental.map(IncrementalFeeds::status);
    }

    private int remaining() {
        return maxMessagesPerPoll > 0 ? maxMessagesPerPoll - sent : Integer.MAX_VALUE;
    }

    private void end() {
        feed.close();
        releaseFeed();
    }

    private void discardFeed() {
        feedInUse.set(false);
        page.clear();
        releaseFeed();
    }

    /** Keeps nothing of the feed, nor the page that the headers describe: the next poll may be far away. */
    private void releaseFeed() {
        feed = null;
        headers = new MessageHeaders();
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
        if (incremental.isEmpty() && polled.source().isEmpty() && getRepeatCount() != 1) {
            LOG.info(
                    "callrail:{} reads all its records at every poll, so they are sent again: let the sink replace"
                            + " what it has, or add incremental=true.",
                    endpoint.getReport());
        }
    }

    /** A refresh is waited for like a poll, so that it has ended when the route is stopped. */
    @Override
    public int getPendingExchangesSize() {
        int pending = super.getPendingExchangesSize();
        return pending == 0 && reading.isLocked() ? 1 : pending;
    }

    @Override
    protected void doResume() throws Exception {
        allowBatches();
        super.doResume();
    }

    /** Otherwise only the next poll would forget that the consumer was told to end its batch. */
    private void allowBatches() {
        shutdownRunningTask = null;
    }

    @Override
    protected void doStart() throws Exception {
        allowBatches();
        discardFeed();
        forgetPolls();
        OptionalLong requestsPerDay = incremental
                .map(feeds ->
                        endpoint.orFail(() -> feeds.start(getRouteId(), hasExplicitId(getRoute()), pollsPerDay())))
                // One for each poll, at least: how many records there are is not known.
                .orElseGet(this::pollsPerDay);
        super.doStart();
        if (isStartScheduler()) {
            endpoint.pollingStarts(this, plan, requestsPerDay);
        }
        incremental.filter(IncrementalFeeds::refreshable).ifPresent(this::watch);
    }

    private void watch(IncrementalFeeds feeds) {
        refreshing = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "CallRailRefresh");
        RefreshWatch watch = new RefreshWatch(feeds::refreshRequested, this::refresh, endpoint.clock(), refreshing);
        feeds.onRefresh(RefreshSignals.of(endpoint.getCamelContext()), watch::signal);
        watch.start();
    }

    private static boolean hasExplicitId(Route route) {
        return route != null && route.isCustomId() && !KameletProperties.hasGeneratedId(route);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        endpoint.pollingStops(this);
        if (refreshing != null) {
            incremental.ifPresent(feeds -> feeds.onRefresh(RefreshSignals.of(endpoint.getCamelContext()), null));
            endpoint.getCamelContext().getExecutorServiceManager().shutdown(refreshing);
            refreshing = null;
        }
        incremental.ifPresent(IncrementalFeeds::stop);
    }

    private OptionalLong pollsPerDay() {
        long millis = getTimeUnit().toMillis(getDelay());
        if (ownScheduler() || millis == 0) {
            return OptionalLong.empty();
        }
        long polls = Math.max(1, TimeUnit.DAYS.toMillis(1) / millis);
        return OptionalLong.of(getRepeatCount() > 0 ? Math.min(polls, getRepeatCount()) : polls);
    }

    /** UP if the first poll is a long time away, because nothing can have failed yet. */
    @Override
    protected HealthCheck.State initialHealthCheckState() {
        boolean longDelay = getTimeUnit().toMillis(getInitialDelay()) >= LONG_INITIAL_DELAY_MILLIS;
        return ownScheduler() || longDelay || !isStartScheduler()
                ? HealthCheck.State.UP
                : super.initialHealthCheckState();
    }
}
