package io.github.camelcallrail.dashboard;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The unmodified dashboard on a free port, polling an own sandbox several times a second. */
final class RunningDashboard implements AutoCloseable {

    private final CallRailSandbox sandbox;
    private final Settings settings;
    private Application application;

    RunningDashboard(CallRailSandbox sandbox) throws IOException, SQLException {
        this(sandbox, "300ms");
    }

    /** @param delay from one poll for calls to the next */
    RunningDashboard(CallRailSandbox sandbox, String delay) throws IOException, SQLException {
        this.sandbox = sandbox;
        settings = Settings.of(
                        Map.of(
                                "DASHBOARD_PORT",
                                Integer.toString(freePort()),
                                "CALLRAIL_TIME_ZONE",
                                "America/New_York"),
                        Path.of("unused"))
                .to(sandbox, delay);
        start();
    }

    CallRailSandbox sandbox() {
        return sandbox;
    }

    Application application() {
        return application;
    }

    Settings settings() {
        return settings;
    }

    int port() {
        return settings.port();
    }

    String url(String path) {
        return "http://localhost:" + port() + path;
    }

    /** Starts again on the same port, with an empty database. */
    void start() throws SQLException {
        application = new Application(settings);
        application.start();
    }

    void stop() {
        application.close();
    }

    /** One number from the database. */
    long count(String query) {
        try (Connection connection = application.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    /** Counts by name from the database. */
    Map<String, Long> counts(String query) {
        try (Connection connection = application.database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            Map<String, Long> counts = new LinkedHashMap<>();
            while (result.next()) {
                counts.put(result.getString(1), result.getLong(2));
            }
            return counts;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    @Override
    public void close() {
        application.close();
        sandbox.close();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
