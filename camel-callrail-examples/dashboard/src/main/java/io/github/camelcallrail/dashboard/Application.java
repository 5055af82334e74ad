package io.github.camelcallrail.dashboard;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;

/** The routes of dashboard.camel.yaml, the database they write to, and the page that shows it. */
final class Application implements AutoCloseable {

    /** At most two events a second. */
    static final long MILLIS_BETWEEN_EVENTS = 500;

    private static final int PAGES_AT_MOST = 100;

    private final Settings settings;
    private final RecordsDatabase database;
    private final Main main = new Main();
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "dashboard-events");
        thread.setDaemon(true);
        return thread;
    });
    private StateReader state;
    private EventStream events;

    Application(Settings settings) throws SQLException {
        this.settings = settings;
        database = new RecordsDatabase(settings.directory().map(Application::ofAccount));
        main.bind("dataSource", database.dataSource());
        main.addOverrideProperty("camel.server.host", settings.host());
        main.addOverrideProperty("camel.server.port", Integer.toString(settings.port()));
        main.addOverrideProperty("dashboard.api-key", settings.apiKey());
        main.addOverrideProperty("dashboard.base-url", settings.baseUrl());
        main.addOverrideProperty("dashboard.delay", settings.delay());
        main.addOverrideProperty(
                "dashboard.events", Boolean.toString(!settings.eventsUrl().isEmpty()));
        if (!settings.eventsUrl().isEmpty()) {
            main.addOverrideProperty("dashboard.events-url", settings.eventsUrl());
        }
        if (!settings.accountId().isEmpty()) {
            main.addOverrideProperty("dashboard.account-id", settings.accountId());
        }
        settings.directory()
                .ifPresent(path -> main.addOverrideProperty(
                        "dashboard.state-directory", path.resolve("state").toString()));
    }

    private static Path ofAccount(Path directory) {
        return directory.resolve("database");
    }

    /**
     * Starts the page and the routes.
     *
     * @throws IllegalStateException if it cannot listen on the port, or a route cannot start
     */
    void start() {
        requireFreePort();
        try {
            main.init();
            state = new StateReader(context(), database, settings);
            events = new EventStream(state::read, clock, PAGES_AT_MOST);
            context()
                    .getManagementStrategy()
                    .addEventNotifier(
                            new Changes(Set.of("calls", "form-submissions", "companies"), state::recordsChanged));
            context().addRoutes(new PageRoutes(state, clock));
            main.start();
            serveEvents();
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    RecordsDatabase database() {
        return database;
    }

    EventStream events() {
        return events;
    }

    private void serveEvents() {
        Router router = VertxPlatformHttpRouter.lookup(
                context(), VertxPlatformHttpRouter.getRouterNameFromPort(settings.port()));
        router.route().order(-2).handler(new RequestGuard(settings.local()));
        router.get("/events").order(-1).handler(new EventsHandler(events));
        ticks.scheduleWithFixedDelay(events::tick, 0, MILLIS_BETWEEN_EVENTS, TimeUnit.MILLISECONDS);
    }

    /** Camel's server only logs that it cannot listen. */
    private void requireFreePort() {
        try {
            new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.host())).close();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot listen on " + settings.host() + ", port " + settings.port() + " (" + e.getMessage()
                            + "): another dashboard may be running. Choose another port with " + Settings.PORT + ".",
                    e);
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
        if (events != null) {
            events.close();
        }
        main.stop();
        database.close();
    }
}
