package io.github.camelcallrail.examples.cluster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;

/**
 * The database that all nodes share, in the memory of this process and served on a free local port. It stands in for a
 * database on another machine.
 */
final class SharedDatabase implements AutoCloseable {

    private static final String USER = "callrail";

    /**
     * A record that has arrived.
     *
     * @param node the node that sent it first
     * @param times how many times it arrived
     */
    record Arrival(String account, String id, String report, String node, int times) {}

    private final Server server;

    SharedDatabase() throws SQLException {
        // The first connection creates the in-memory database, and the table for those who look before a node starts.
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        new RecordTable(dataSource()).create();
    }

    String url() {
        int port = server.getPort();
        return "jdbc:h2:tcp://localhost:" + port + "/mem:callrail" + port + ";DB_CLOSE_DELAY=-1";
    }

    /** What a node needs to find it. */
    Map<String, String> environment() {
        return Map.of("DATABASE_URL", url(), "DATABASE_USER", USER, "DATABASE_PASSWORD", "");
    }

    List<Arrival> arrivals() throws SQLException {
        List<Arrival> arrivals = new ArrayList<>();
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select account, id, report, node, times from records")) {
            while (rows.next()) {
                arrivals.add(new Arrival(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getInt(5)));
            }
        }
        return arrivals;
    }

    private JdbcDataSource dataSource() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url());
        dataSource.setUser(USER);
        return dataSource;
    }

    @Override
    public void close() {
        server.stop();
    }
}
