package io.github.camelcallrail.benchmarks.contender;

import io.github.camelcallrail.CallRailComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A started context with one route. Each round uses a new one, so that nothing cached helps the next round. */
final class CamelRun implements AutoCloseable {

    static final String ROUTE = "read";

    private final CamelContext context = new DefaultCamelContext();

    CamelRun(Source source, RouteBuilder routes) {
        CallRailComponent component = new CallRailComponent(context);
        component.getConfiguration().setApiKey(Source.API_KEY);
        component.getConfiguration().setBaseUrl(source.baseUrl());
        context.addComponent("callrail", component);
        context.getShutdownStrategy().setTimeout(5);
        try {
            context.addRoutes(routes);
        } catch (Exception e) {
            throw new IllegalStateException("The route of a contender cannot be added", e);
        }
        context.start();
    }

    CamelContext context() {
        return context;
    }

    /** Sends one empty message to an endpoint; fails if the exchange fails. */
    void send(String uri) {
        context.createProducerTemplate().sendBody(uri, null);
    }

    @Override
    public void close() {
        context.stop();
    }
}
