package io.github.camelcallrail.receiver;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Has a route process an exchange. */
public final class RouteOutcome {

    private RouteOutcome() {}

    /**
     * Has the route process the exchange, which then has the exception, if there was one.
     *
     * @return whether the route has completed it, including one whose failure it handled
     */
    public static boolean of(Processor route, Exchange exchange) {
        try {
            route.process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        return !exchange.isFailed() && !exchange.isRollbackOnly() && !exchange.isRollbackOnlyLast();
    }
}
