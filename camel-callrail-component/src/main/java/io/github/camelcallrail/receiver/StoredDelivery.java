package io.github.camelcallrail.receiver;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.inbox.DispatchListener;
import io.github.camelcallrail.inbox.DispatchStatus;
import io.github.camelcallrail.inbox.DispatchTimes;
import io.github.camelcallrail.inbox.EventDispatcher;
import io.github.camelcallrail.inbox.EventInbox;
import io.github.camelcallrail.inbox.PendingEvent;
import io.github.camelcallrail.state.EventState;
import io.github.camelcallrail.time.MonotonicClock;
import io.github.camelcallrail.webhook.EventObserver;
import io.github.camelcallrail.webhook.EventReceiver;
import io.github.camelcallrail.webhook.ReceivedEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.ExecutorServiceManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores an event before its request is answered, and hands it to the route afterwards, again and again until the route
 * succeeds.
 */
final class StoredDelivery implements EventDelivery, DispatchListener {

    private static final Logger LOG = LoggerFactory.getLogger(StoredDelivery.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Endpoint endpoint;
    private final Processor route;
    private final EventMessages messages;
    private final EventObserver observer;
    private final Clock clock;
    private final EventState state;
    private final EventInbox inbox;
    private final int threads;
    private ScheduledExecutorService scheduler;
    private ExecutorService workers;
    private volatile EventDispatcher dispatcher;
    private Optional<DispatchStatus> latest;
    private long counted;
    private volatile boolean opened;
    private volatile boolean storing = true;

    /**
     * @param capacity the maximum number of events that wait
     * @param threads how many events the route processes at the same time
     */
    StoredDelivery(
            Endpoint endpoint,
            Processor route,
            EventMessages messages,
            EventObserver observer,
            Clock clock,
            EventState state,
            int capacity,
            int threads) {
        this.endpoint = endpoint;
        this.route = route;
        this.messages = messages;
        this.observer = observer;
        this.clock = clock;
        this.state = state;
        this.inbox = new EventInbox(state.repository(), state.key(), capacity, clock);
        this.threads = threads;
    }

    @Override
    public void start() {
        state.claim();
        try {
            open();
        } catch (CallRailFailure failure) {
            LOG.warn("{} It is tried again when an event comes.", failure.getMessage());
        }
        scheduler = threads().newSingleThreadScheduledExecutor(this, "CallRailEvents");
        workers = threads().newFixedThreadPool(this, "CallRailEvent", threads);
        dispatcher = new EventDispatcher(
                inbox,
                (key, text) -> handle(text),
                this,
                threads,
                DispatchTimes.DEFAULT,
                new MonotonicClock(),
                scheduler,
                workers);
        dispatcher.start();
    }

    @Override
    public void stop() {
        if (dispatcher == null) {
            // It was not started, or another has claimed the state.
            return;
        }
        dispatcher.stop(LONGEST_STOP);
        threads().shutdown(scheduler);
        threads().shutdown(workers);
        dispatcher = null;
        state.release();
    }

    private void open() {
        if (!opened) {
            state.open();
            opened = true;
        }
    }

    private ExecutorServiceManager threads() {
        return endpoint.getCamelContext().getExecutorServiceManager();
    }

    /** What waits, at most a second ago; empty while it is not known. */
    synchronized Optional<DispatchStatus> status() {
        // Meters ask for one number after the other, and each answer lists the inbox.
        long now = System.nanoTime();
        if (latest == null || now - counted > TimeUnit.SECONDS.toNanos(1)) {
            latest = count();
            counted = now;
        }
        return latest;
    }

    private Optional<DispatchStatus> count() {
        try {
            return Optional.ofNullable(dispatcher).map(EventDispatcher::status);
        } catch (CallRailFailure failure) {
            // The dispatcher reports it.
            LOG.debug("The pending events cannot be counted: {}", failure.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public EventReceiver.Sink sink(Exchange request) {
        return (received, event) ->
                store(event.recordId().orElse(received.kind().text()), received.text());
    }

    private void store(String group, String text) {
        boolean stored = false;
        try {
            open();
            inbox.add(group, text);
            stored = true;
        } finally {
            storing = stored;
        }
    }

    /**
     * False while events cannot be stored. After a failure, this tries whether they can be again: while it is false, no
     * event may come that would tell.
     */
    boolean storing() {
        if (!storing) {
            try {
                open();
                inbox.requireStorable();
                storing = true;
            } catch (CallRailFailure failure) {
                LOG.debug("Events still cannot be stored: {}", failure.getMessage());
            }
        }
        return storing;
    }

    private boolean handle(String text) {
        ReceivedEvent received = ReceivedEvent.parse(text);
        Duration after = Duration.between(received.received(), clock.instant());
        Exchange exchange = endpoint.createExchange();
        messages.set(exchange.getMessage(), received, received.read());
        boolean done = RouteOutcome.of(route, exchange);
        if (done) {
            observer.delivered(received.kind(), after);
        }
        return done;
    }

    @Override
    public void failed(PendingEvent event, int attempts, Duration retryAfter, Throwable cause) {
        LOG.warn(
                "The route has not processed event {} of {} (attempt {}), so it comes again in {} s{}. Other records do"
                        + " not wait for it.",
                event.key(),
                event.group(),
                attempts,
                retryAfter.toSeconds(),
                cause == null ? "" : ": " + cause.getClass().getName());
    }
}
