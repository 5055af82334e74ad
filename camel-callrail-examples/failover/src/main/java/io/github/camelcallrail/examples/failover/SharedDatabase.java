package io.github.camelcallrail.examples.failover;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;

/**
 * The database that all nodes share, in the memory of this process and served on a free local port. It stands in for a
 * database on another machine.
 */
final class SharedDatabase implements AutoCloseable {

    /**
     * The calls that have arrived.
     *
     * @param byNode how many calls each node was the first to send
     * @param again how often a call arrived that was already there
     */
    record ArrivedCalls(Map<String, Integer> byNode, int again) {

        int calls() {
            return byNode.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private final Server server;

    SharedDatabase() throws SQLException {
        // The first connection creates the in-memory database.
        server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    }

    String url() {
        return "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:callrail;DB_CLOSE_DELAY=-1";
    }

    JdbcDataSource dataSource() {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url());
        return dataSource;
    }

    ArrivedCalls arrivedCalls() throws SQLException {
        Map<String, Integer> byNode = new TreeMap<>();
        int again = 0;
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select node, count(*), sum(times - 1) from calls group by node")) {
            while (rows.next()) {
                byNode.put(rows.getString(1), rows.getInt(2));
                again += rows.getInt(3);
            }
        }
        return new ArrivedCalls(byNode, again);
    }

    @Override
    public void close() {
        server.stop();
    }
}
