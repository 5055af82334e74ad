package io.github.camelcallrail.examples.events;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.apache.camel.main.Main;

/** The unmodified application on a free port, in the process of the test. */
final class RunningExample {

    private final Main main;

    /** @param warehouse is closed with the application if it was started here */
    RunningExample(String name, CallRailSandbox sandbox, Warehouse warehouse) throws IOException {
        main = EventsExample.with(warehouse);
        Map.of(
                        "camel.main.name", name,
                        "example.api-key", sandbox.apiKey(),
                        "example.base-url", sandbox.baseUrl(),
                        "events.port", Integer.toString(freePort()))
                .forEach(main::addOverrideProperty);
        main.start();
    }

    /** Stopping it again has no effect. */
    void stop() {
        main.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
