package io.github.camelcallrail.benchmarks.contender;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/**
 * A typical route with camel-http: a loop that counts pages until the last, JSON to Maps, a split. It does not retry,
 * does not notice when the list changes while it is read, and does not respect a quota.
 */
final class HandWrittenRoute implements Contender {

    private final CamelRun camel;

    HandWrittenRoute(Source source, Sink sink) {
        camel = new CamelRun(source, new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:read")
                        .routeId(CamelRun.ROUTE)
                        .setProperty("page", constant(1))
                        .setProperty("pages", constant(1))
                        .loopDoWhile(exchange -> number(exchange, "page") <= number(exchange, "pages"))
                        .setHeader(Exchange.HTTP_METHOD, constant("GET"))
                        .setHeader("Authorization", constant("Token token=\"" + Source.API_KEY + "\""))
                        .setHeader(Exchange.HTTP_QUERY, simple(source.queryBeforePage() + "${exchangeProperty.page}"))
                        .to(source.address())
                        .unmarshal()
                        .json(JsonLibrary.Jackson)
                        .process(HandWrittenRoute::turnPage)
                        .split(body())
                        .stopOnException()
                        .process(exchange -> sink.take(exchange.getMessage().getBody(Map.class)))
                        .end()
                        .end();
            }
        });
    }

    private static void turnPage(Exchange exchange) {
        Map<?, ?> answer = exchange.getMessage().getBody(Map.class);
        exchange.setProperty("pages", answer.get("total_pages"));
        exchange.setProperty("page", number(exchange, "page") + 1);
        exchange.getMessage().setBody(answer.get("calls"));
    }

    private static int number(Exchange exchange, String property) {
        return exchange.getProperty(property, Integer.class);
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
