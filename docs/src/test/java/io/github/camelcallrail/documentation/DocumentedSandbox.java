package io.github.camelcallrail.documentation;

import io.github.camelcallrail.CallRailComponent;
import io.github.camelcallrail.quota.JdbcRequestBudget;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The invented account that the documentation shows: on Sunday 15 March 2026 at 12:30 in New York, a week after its clocks went
 * forward. A CamelContext with a {@code callrail:} component that reads it, and the beans that routes of the documents name.
 */
final class DocumentedSandbox extends DefaultCamelContext {

    static final Instant NOW = Instant.parse("2026-03-15T16:30:20Z");

    private final CallRailSandbox sandbox;

    DocumentedSandbox() {
        this(CallRailSandbox.builder());
    }

    DocumentedSandbox(CallRailSandbox.Builder builder) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
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
        database.setUrl("jdbc:h2:mem:documents");
        getRegistry().bind("dataSource", database);
        getRegistry().bind("warehouse", database);
        getRegistry().bind("budget", new JdbcRequestBudget(database));
        getRegistry().bind("states", new MemoryStateRepository());
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
