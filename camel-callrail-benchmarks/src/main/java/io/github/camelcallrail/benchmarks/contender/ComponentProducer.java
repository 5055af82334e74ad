package io.github.camelcallrail.benchmarks.contender;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.SplitDefinition;

/** The component as a producer, whose result is split: as a list, or while it is streamed. */
final class ComponentProducer implements Contender {

    private final CamelRun camel;

    ComponentProducer(Source source, Sink sink, String options, boolean stream) {
        String uri = source.uri("outputType=" + (stream ? "stream" : "list"), options);
        camel = new CamelRun(source, new RouteBuilder() {
            @Override
            public void configure() {
                SplitDefinition split =
                        from("direct:read").routeId(CamelRun.ROUTE).to(uri).split(body());
                (stream ? split.streaming() : split)
                        .stopOnException()
                        .process(exchange -> sink.take(exchange.getMessage()));
            }
        });
    }

    @Override
    public void read() {
        camel.send("direct:read");
    }

    @Override
    public void close() {
        camel.close();
    }
}
