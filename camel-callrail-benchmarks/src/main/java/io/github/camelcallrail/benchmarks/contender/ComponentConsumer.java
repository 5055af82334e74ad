package io.github.camelcallrail.benchmarks.contender;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.ScheduledPollConsumer;

/** The component polls once, with one exchange per call. */
final class ComponentConsumer implements Contender {

    private final CamelRun camel;

    ComponentConsumer(Source source, Sink sink, String uri) {
        camel = new CamelRun(source, new RouteBuilder() {
            @Override
            public void configure() {
                from(uri + "&startScheduler=false")
                        .routeId(CamelRun.ROUTE)
                        .process(exchange -> sink.take(exchange.getMessage()));
            }
        });
    }

    /** Polls like the scheduler; a failed poll is logged and is detected by the count of calls. */
    @Override
    public void read() {
        ((ScheduledPollConsumer) camel.context().getRoute(CamelRun.ROUTE).getConsumer()).run();
    }

    @Override
    public void close() {
        camel.close();
    }
}
