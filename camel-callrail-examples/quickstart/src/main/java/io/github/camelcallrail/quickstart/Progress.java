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
 * Watches every route from outside, so that the routes hold nothing but their work: counts the calls, and knows when all routes
 * have done their one round, or that one has failed.
 *
 * <p>A polled route has done its round when its poll ends, which may bring nothing; any other, when its first exchange is done.
 */
final class Progress extends RoutePolicySupport implements RoutePolicyFactory, PollingConsumerPollStrategy {

    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private final AtomicLong calls = new AtomicLong();
    private volatile Window window;

    /** The days that were asked for, in the zone. */
    record Window(String firstDay, String lastDay, String zone) {}

    /** Done when every route is; fails with whatever makes the first of them fail. */
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

    // Only now does the route have its consumer.
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
