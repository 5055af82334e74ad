package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.CallRailConstants;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Watches all routes from outside, so that the routes contain only their own steps. Counts the calls, and detects when
 * every route has run once or one has failed.
 *
 * <p>A polled route has run once when its poll ends, even without a call; any other route when its first exchange is
 * done.
 */
final class Progress extends RoutePolicySupport implements RoutePolicyFactory, PollingConsumerPollStrategy {

    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final AtomicLong calls = new AtomicLong();
    private final List<Change> changes = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> finished = new CompletableFuture<>();
    private volatile Window window;

    /** The days that were read, in the time zone. */
    record Window(String firstDay, String lastDay, String zone) {}

    /** A call that has arrived again because it changed. */
    record Change(String change, String callId, Object leadStatus) {}

    /** Completes when every route has run once; fails with the first failure of a route. */
    CompletableFuture<Void> finished() {
        return finished;
    }

    /** Begins to wait for one more run of a route that has run before. */
    void again(String routeId) {
        atWork.add(routeId);
        finished = new CompletableFuture<>();
    }

    /** The calls that have arrived because they changed. */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    long calls() {
        return calls.get();
    }

    Window window() {
        return window;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return this;
    }

    @Override
    public void onInit(Route route) {
        atWork.add(route.getId());
    }

    // The route has no consumer earlier than this.
    @Override
    public void onStart(Route route) {
        if (route.getConsumer() instanceof ScheduledPollConsumer polled) {
            polled.setPollStrategy(this);
        }
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        if (exchange.getException() != null) {
            finished.completeExceptionally(exchange.getException());
            return;
        }
        if (route.getConsumer() instanceof ScheduledPollConsumer) {
            count(exchange.getMessage());
        } else {
            window = windowOf(exchange.getMessage());
            end(route.getId());
        }
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        end(((ScheduledPollConsumer) consumer).getRouteId());
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        finished.completeExceptionally(cause);
        return false;
    }

    private void count(Message message) {
        calls.incrementAndGet();
        String change = message.getHeader(CallRailConstants.CHANGE, String.class);
        if ("UPDATED".equals(change)) {
            Map<?, ?> call = message.getBody(Map.class);
            changes.add(new Change(
                    change, message.getHeader(CallRailConstants.RECORD_ID, String.class), call.get("lead_status")));
        }
    }

    private void end(String routeId) {
        atWork.remove(routeId);
        if (atWork.isEmpty()) {
            finished.complete(null);
        }
    }

    private static Window windowOf(Message message) {
        return new Window(
                message.getHeader(CallRailConstants.WINDOW_START, String.class).substring(0, 10),
                message.getHeader(CallRailConstants.WINDOW_END, String.class).substring(0, 10),
                message.getHeader(CallRailConstants.WINDOW_ZONE, String.class));
    }
}
