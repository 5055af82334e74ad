package io.github.camelcallrail.examples.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.LifecycleStrategySupport;

/** Runs the routes until it is stopped, with a PostgreSQL that runs for the same time. */
public final class EventsExample {

    private EventsExample() {}

    public static void main(String[] args) throws Exception {
        Warehouse warehouse = Warehouse.of(System.getenv(), Path.of("target", "events"));
        // The user's URL may contain a password.
        System.out.println("Writing calls to the table calls of "
                + (warehouse.isOwn() ? warehouse.url() : "the database that POSTGRES_URL names"));
        int code = with(warehouse).run(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The application; closes the warehouse after it has stopped, including by Ctrl-C. */
    static Main with(Warehouse warehouse) {
        Main main = new Main();
        warehouse.properties().forEach(main::addOverrideProperty);
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void afterConfigure(BaseMainSupport configured) {
                configured.getCamelContext().addLifecycleStrategy(new LifecycleStrategySupport() {
                    @Override
                    public void onContextStopped(CamelContext context) {
                        close(warehouse);
                    }
                });
            }
        });
        return main;
    }

    private static void close(Warehouse warehouse) {
        try {
            warehouse.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop cleanly", e);
        }
    }
}
