package io.github.camelcallrail;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A real PostgreSQL, started for the first test that asks and stopped with the JVM. Where it cannot be started, the
 * tests that ask are aborted, and the reason is printed.
 */
public final class Postgres {

    private static final int MOST_CONNECTIONS = 16;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** A database that is empty, and nobody else's. */
    public static DataSource database() {
        String name = created();
        return Server.STARTED.getDatabase("postgres", name);
    }

    /** The same through a pool: to open a connection takes longer than a short transaction. */
    public static DataSource pooledDatabase() {
        return pool(created());
    }

    /** A pool of connections that are opened from now on, to a database that exists. */
    public static DataSource pool(String name) {
        return poolAt(Server.STARTED.getJdbcUrl("postgres", name));
    }

    /** The same for a process that did not start the server. */
    public static DataSource poolAt(String url) {
        PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
        connections.setURL(url);
        JdbcConnectionPool pool = JdbcConnectionPool.create(connections);
        pool.setMaxConnections(MOST_CONNECTIONS);
        return pool;
    }

    /** The JDBC URL of a database that is empty, and nobody else's: for another process. */
    public static String url() {
        String name = created();
        return Server.STARTED.getJdbcUrl("postgres", name);
    }

    private static String created() {
        if (Server.STARTED == null) {
            Assumptions.abort(Server.WHY_NOT);
        }
        String name = "test" + DATABASES.incrementAndGet();
        try (Connection connection = Server.STARTED.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL runs, but gives no database", e);
        }
        return name;
    }

    private static final class Server {

        static final EmbeddedPostgres STARTED;
        static final String WHY_NOT;

        static {
            EmbeddedPostgres started = null;
            String whyNot = null;
            try {
                started = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .start();
            } catch (IOException | RuntimeException e) {
                whyNot =
                        "NOT TESTED WITH POSTGRESQL, which cannot be started here. For another kind of machine than the pom's,"
                                + " set -Dpostgresql.platform; as root, it needs unshare -U to be allowed. The reason: "
                                + e;
                System.err.println(whyNot);
            }
            STARTED = started;
            WHY_NOT = whyNot;
        }
    }
}
