package io.github.camelcallrail.quickstart;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The table that calls are written to, in an H2 database file. */
final class CallsTable implements AutoCloseable {

    private static final String CREATE = """
            create table if not exists calls (
                id varchar primary key,
                start_time timestamp with time zone not null,
                company_name varchar,
                source varchar,
                campaign varchar,
                direction varchar,
                answered boolean,
                voicemail boolean,
                first_call boolean,
                duration integer,
                lead_status varchar
            )""";

    /** A table of an earlier version lacks these. */
    private static final List<String> ADDED = List.of("campaign varchar", "voicemail boolean", "first_call boolean");

    private final JdbcDataSource dataSource = new JdbcDataSource();
    // H2 closes the file together with the last connection, and the route opens a connection for each row.
    private final Connection held;

    CallsTable(Path directory) throws SQLException {
        // Otherwise H2 closes the database on Ctrl-C while the route is still writing.
        dataSource.setUrl(url(directory) + ";db_close_on_exit=false");
        dataSource.setUser("sa");
        held = dataSource.getConnection();
        try (Statement statement = held.createStatement()) {
            statement.execute(CREATE);
            for (String column : ADDED) {
                statement.execute("alter table calls add column if not exists " + column);
            }
        }
    }

    /** The JDBC URL of the database in a directory; H2 requires a relative path to begin with a dot. */
    static String url(Path directory) {
        Path file = directory.resolve("calls");
        return "jdbc:h2:" + (file.isAbsolute() ? "" : "./") + file.toString().replace('\\', '/');
    }

    /** The database file. */
    static Path file(Path directory) {
        return directory.resolve("calls.mv.db");
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** The connection that the table is kept open with. */
    Connection connection() {
        return held;
    }

    long rows() throws SQLException {
        try (Statement statement = held.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from calls")) {
            count.next();
            return count.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        held.close();
    }
}
