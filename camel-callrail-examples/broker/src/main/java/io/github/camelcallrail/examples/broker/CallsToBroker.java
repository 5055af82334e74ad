package io.github.camelcallrail.examples.broker;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.main.Main;

/** Runs the routes with the broker that {@code BROKER_URL} names, or else with a broker in this process. */
public final class CallsToBroker {

    private CallsToBroker() {}

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        if (!System.getenv().getOrDefault("BROKER_URL", "").isBlank()) {
            main.run();
            return;
        }
        main.addOverrideProperty("broker.url", EmbeddedBroker.URL);
        EmbeddedActiveMQ broker = EmbeddedBroker.start(Path.of("target", "broker"));
        try {
            main.run();
        } finally {
            broker.stop();
        }
    }
}
