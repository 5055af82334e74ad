package io.github.camelcallrail.documentation;

import io.github.camelcallrail.CallRailComponent;
import io.github.camelcallrail.CallRailEndpoint;
import io.github.camelcallrail.checkpoint.JdbcStateRepository;
import io.github.camelcallrail.quota.JdbcRequestBudget;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.SettableClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The invented account that the documentation shows: on Sunday 15 March 2026 at 12:30 in New York, a week after its
 * clocks went forward. A CamelContext with a {@code callrail:} component that reads it, and the beans that routes of
 * the documents name.
 */
final class DocumentedSandbox extends DefaultCamelContext {

    static final Instant NOW = Instant.parse("2026-03-15T16:30:20Z");

    /** Where the databases are that routes name. It is there as long as somebody is connected. */
    static final String DATABASE = "jdbc:h2:mem:documents";

    private final CallRailSandbox sandbox;
    private final SettableClock clock = new SettableClock(NOW);

    /** The time of the sandbox and of the component: {@link #NOW} until it is set. */
    SettableClock clock() {
        return clock;
    }

    DocumentedSandbox() {
        this(CallRailSandbox.builder());
    }

    DocumentedSandbox(CallRailSandbox.Builder builder) {
        sandbox = builder.seed(11).clock(clock).start();
        disableJMX();
        CallRailComponent component = new CallRailComponent(this);
        component.getConfiguration().setApiKey(sandbox.apiKey());
        component.getConfiguration().setBaseUrl(sandbox.baseUrl());
        component.setClock(clock);
        component.setSleeper(duration -> {
            throw new AssertionError("waits " + duration);
        });
        addComponent("callrail", component);
        bindBeans();
        getShutdownStrategy().setTimeout(10);
    }

    /** The beans that documents name in their routes. */
    private void bindBeans() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl(DATABASE);
        getRegistry().bind("dataSource", database);
        getRegistry().bind("warehouse", database);
        getRegistry().bind("budget", new JdbcRequestBudget(database));
        getRegistry().bind("states", new JdbcStateRepository(database));
    }

    static DocumentedSandbox started(CallRailSandbox.Builder builder) {
        DocumentedSandbox context = new DocumentedSandbox(builder);
        context.start();
        return context;
    }

    /** From now on consumers of routes that are added poll when {@link #poll} says so, and at no other time. */
    void leavePollsToTheTest() {
        getCamelContextExtension().registerEndpointCallback((uri, endpoint) -> {
            if (endpoint instanceof CallRailEndpoint callrail) {
                callrail.setStartScheduler(false);
            }
            return endpoint;
        });
    }

    /** Has the consumer of a route poll once; what it hands out has gone through the route when this returns. */
    void poll(String route) {
        ((Runnable) getRoute(route).getConsumer()).run();
    }

    /** Sends an empty message to an endpoint, and gives back the last request that CallRail got, decoded. */
    String requestOf(String uri) {
        createProducerTemplate().requestBody(uri, (Object) null);
        List<String> requests = sandbox.journal().lines();
        return URLDecoder.decode(requests.get(requests.size() - 1), StandardCharsets.UTF_8);
    }

    CallRailSandbox sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        stop();
        sandbox.close();
    }
}
