package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.CallRailConstants;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private final AtomicLong calls = new AtomicLong();
    private volatile Window window;

    /** The days that were read, in the time zone. */
    record Window(String firstDay, String lastDay, String zone) {}

    /** Completes when every route has run once; fails with the first failure of a route. */
    CompletableFuture<Void> finished() {
        return finished;
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
        window = windowOf(exchange.getMessage());
        if (route.getConsumer() instanceof ScheduledPollConsumer) {
            calls.incrementAndGet();
        } else {
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
