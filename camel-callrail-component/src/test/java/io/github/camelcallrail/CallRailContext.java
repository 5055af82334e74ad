package io.github.camelcallrail;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.SettableClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ClassResolver;
import org.apache.camel.support.ExchangeHelper;

/**
 * A CamelContext whose {@code callrail:} component talks to a sandbox, for one test; closing stops it. Nothing is tried
 * again or fetched ahead unless an endpoint says so, and waiting turns the clock.
 */
final class CallRailContext extends DefaultCamelContext {

    private final List<Exchange> received = new CopyOnWriteArrayList<>();

    CallRailContext(CallRailSandbox sandbox, SettableClock clock) {
        this(sandbox.baseUrl(), sandbox.apiKey(), clock);
    }

    /** One that talks to a sandbox of another process. */
    CallRailContext(String baseUrl, String apiKey, SettableClock clock) {
        this(baseUrl, apiKey, clock, false);
    }

    /** @param managed whether JMX shows it, which takes time to start */
    CallRailContext(String baseUrl, String apiKey, SettableClock clock, boolean managed) {
        if (!managed) {
            disableJMX();
        }
        CallRailComponent component = new CallRailComponent(this);
        component.getConfiguration().setApiKey(apiKey);
        component.getConfiguration().setBaseUrl(baseUrl);
        component.getConfiguration().setMaxRetries("0");
        component.getConfiguration().setReadAhead("0");
        component.setClock(clock);
        component.setSleeper(clock::advance);
        addComponent("callrail", component);
        getShutdownStrategy().setTimeout(10);
    }

    @Override
    protected ClassResolver createClassResolver() {
        return new CachedClassResolver(getCamelContextReference());
    }

    @Override
    public void close() {
        stop();
    }

    CallRailComponent callrail() {
        return getComponent("callrail", CallRailComponent.class);
    }

    /** Sends an empty message with these headers to the endpoint, and gives back the exchange as it comes out. */
    Exchange request(String uri, Map<String, Object> headers) {
        start();
        return createProducerTemplate()
                .send(uri, exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
    }

    Exchange request(String uri) {
        return request(uri, Map.of());
    }

    /** Polls the endpoint once in this thread, and gives back copies of what came. */
    List<Exchange> poll(String uri) throws Exception {
        consume(uri).poll();
        return received;
    }

    /** A started consumer that polls only when it is told to. */
    CallRailConsumer consume(String uri) throws Exception {
        route(uri + (uri.contains("?") ? "&" : "?") + "startScheduler=false");
        start();
        return (CallRailConsumer) getRoute("polled").getConsumer();
    }

    void route(String uri) throws Exception {
        addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri)
                        .routeId("polled")
                        .process(exchange -> received.add(ExchangeHelper.createCopy(exchange, true)));
            }
        });
    }

    List<Exchange> received() {
        return received;
    }
}
