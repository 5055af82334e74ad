package io.github.camelcallrail.documentation;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.RecordedRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The routes and tables of a page on migration, word for word but for what is of a place: host, key, directory, and
 * what starts them. A test starts each route when it wants to, and all of it has happened when that returns.
 */
final class RoutesSideBySide implements AutoCloseable {

    private final DocumentedSandbox context;
    private final LandingDatabase database;
    private String consumer;
    private int taken;

    /**
     * @param state where consumers keep what they have done
     * @param change is made to each route of the page before it is loaded
     */
    RoutesSideBySide(Document page, CallRailSandbox.Builder sandbox, Path state, UnaryOperator<String> change) {
        context = new DocumentedSandbox(sandbox);
        context.leavePollsToTheTest();
        // The client below camel-http asks a second time after 429, a second later.
        context.getComponent("http", HttpComponent.class).setAutomaticRetriesDisabled(true);
        Properties properties = new Properties();
        properties.put("callrail.key", context.sandbox().apiKey());
        properties.put("callrail.account", context.sandbox().accountId());
        properties.put("callrail.retry", "0");
        context.getPropertiesComponent().setInitialProperties(properties);
        database = new LandingDatabase(page);
        try {
            for (CodeBlock route : page.blocks("yaml")) {
                String here = ofThisPlace(change.apply(route.text()), state);
                PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("route.yaml", here));
            }
            for (RouteDefinition route : List.copyOf(context.getRouteDefinitions())) {
                if (route.getInput().getEndpointUri().startsWith("timer:")) {
                    AdviceWith.adviceWith(
                            context,
                            route.getRouteId(),
                            advice -> advice.replaceFromWith("direct:" + route.getRouteId()));
                } else {
                    consumer = route.getRouteId();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(page.path(), e);
        }
        context.start();
    }

    private String ofThisPlace(String route, Path state) {
        return route.replace("https://api.callrail.com", context.sandbox().baseUrl())
                .replace("stateDirectory: state", "stateDirectory: " + state)
                .replaceAll("(?m)^ +scheduler.*\n", "");
    }

    /** Has the timer of a route fire at a moment, on a server that has this zone. */
    Exchange fire(String route, Instant at, ZoneId zone) {
        TimeZone own = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            return context.createProducerTemplate().send("direct:" + route, exchange -> exchange.getMessage()
                    .setHeader(Exchange.TIMER_FIRED_TIME, Date.from(at)));
        } finally {
            TimeZone.setDefault(own);
        }
    }

    /** Has the consumer poll once at this moment. */
    void poll(Instant at) {
        context.clock().set(at);
        context.poll(consumer);
    }

    /** What calls were asked for since this was called last. */
    List<RecordedRequest> takeRequests() {
        List<RecordedRequest> all = sandbox().journal().requests("calls");
        List<RecordedRequest> since = all.subList(taken, all.size());
        taken = all.size();
        return since;
    }

    /** Has something happen after the next request for calls is answered, and before any later one is. */
    void afterNextRequest(Runnable action) {
        int made = sandbox().journal().requests("calls").size();
        sandbox().faults().afterRequest("calls", made + 1, action);
    }

    DocumentedSandbox context() {
        return context;
    }

    CallRailSandbox sandbox() {
        return context.sandbox();
    }

    LandingDatabase database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
