package io.github.camelcallrail.examples.cluster;

import io.github.camelcallrail.agency.AgencyConsumer;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.main.Main;

/** A node in the process of the test. */
final class RunningNode implements AutoCloseable {

    private final Main main;

    /** @param properties instead of those in the application's properties */
    RunningNode(
            String name,
            CamelConfiguration cluster,
            CallRailSandbox sandbox,
            SharedDatabase database,
            Map<String, String> properties) {
        main = Node.create(cluster);
        Map<String, String> environment = database.environment();
        main.addOverrideProperty("camel.main.name", name);
        main.addOverrideProperty("camel.component.callrail.api-key", sandbox.apiKey());
        main.addOverrideProperty("camel.component.callrail.base-url", sandbox.baseUrl());
        main.addOverrideProperty("database.url", environment.get("DATABASE_URL"));
        main.addOverrideProperty("database.user", environment.get("DATABASE_USER"));
        main.addOverrideProperty("database.password", environment.get("DATABASE_PASSWORD"));
        main.addOverrideProperty("camel.management.enabled", "false");
        main.addOverrideProperty("camel.metrics.enabled", "false");
        main.addOverrideProperty("agency.delay", "1s");
        properties.forEach(main::addOverrideProperty);
        main.start();
    }

    /** How many accounts it polls. */
    int accounts() {
        return calls().getSources();
    }

    /** How many accounts whose calls it cannot read. */
    int failingAccounts() {
        return calls().getFailingSources().size();
    }

    private AgencyConsumer calls() {
        return (AgencyConsumer) main.getCamelContext().getRoute("calls").getConsumer();
    }

    /**
     * Cuts it off from the database, so that nothing of what it does has an effect any more, as if its process had been
     * killed.
     */
    void cutOff() {
        try {
            main.getCamelContext()
                    .getRegistry()
                    .lookupByNameAndType("database", Closeable.class)
                    .close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        main.stop();
    }
}
