package io.github.camelcallrail.benchmarks.contender;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;

/** The component polls once, and each call is an exchange of its own. */
final class ComponentConsumer implements Contender {

    private final CamelRun camel;

    ComponentConsumer(Source source, Sink sink, String uri) {
        camel = new CamelRun(source, new RouteBuilder() {
            @Override
            public void configure() {
                from(uri + "&startScheduler=false")
                        .routeId(CamelRun.ROUTE)
                        .process(exchange -> sink.take(exchange.getMessage().getBody(Map.class)));
            }
        });
    }

    /** As the scheduler does; a poll that fails is logged, and shows by its count. */
    @Override
    public void read() {
        ((ScheduledPollConsumer) camel.context().getRoute(CamelRun.ROUTE).getConsumer()).run();
    }

    @Override
    public void close() {
        camel.close();
    }
}
