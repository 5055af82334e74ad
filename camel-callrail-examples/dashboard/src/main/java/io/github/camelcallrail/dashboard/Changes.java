package io.github.camelcallrail.dashboard;

import java.util.Set;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Notices that a route has written a record. */
final class Changes extends EventNotifierSupport {

    private final Set<String> routes;
    private final Runnable changed;

    /** @param routes the routes that write */
    Changes(Set<String> routes, Runnable changed) {
        this.routes = routes;
        this.changed = changed;
        setIgnoreExchangeEvents(false);
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeCompletedEvent completed && isOfRoute(completed);
    }

    private boolean isOfRoute(ExchangeCompletedEvent completed) {
        String route = completed.getExchange().getFromRouteId();
        // A request that is not an event ends before a route.
        return route != null && routes.contains(route);
    }

    @Override
    public void notify(CamelEvent event) {
        changed.run();
    }
}
