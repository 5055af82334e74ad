package io.github.camelcallrail.examples.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The table of calls, and the table of the events whose calls are not yet written. */
public final class CallTables {

    private static final List<String> TABLES = List.of(
            "create table if not exists calls (id text primary key, start_time timestamptz, duration bigint,"
                    + " answered boolean, source text, lead_status text, note text, written_at timestamptz)",
            "create table if not exists call_events (id text primary key, received_at timestamptz)");

    /** Any number that means the same to all nodes. */
    private static final String LOCK = "select pg_advisory_xact_lock(2026)";

    private final DataSource database;

    public CallTables(DataSource database) {
        this.database = database;
    }

    /** Creates the tables if they do not exist. Several nodes may do so at the same time. */
    public void create() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(LOCK);
            for (String table : TABLES) {
                statement.execute(table);
            }
            connection.commit();
        }
    }
}
