package io.github.camelcallrail.dashboard;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * The tables that the routes write to, in an H2 database: a file for an account, memory for a sandbox. They have no
 * column for a person's name or number.
 */
final class RecordsDatabase implements AutoCloseable {

    private static final String TABLES = """
            create table if not exists calls (
                id varchar primary key,
                start_time timestamp with time zone not null,
                direction varchar,
                answered boolean,
                voicemail boolean,
                first_call boolean,
                duration integer,
                source varchar,
                campaign varchar,
                lead_status varchar
            );
            create index if not exists calls_by_time on calls (start_time);
            create table if not exists form_submissions (
                id varchar primary key,
                submitted_at timestamp with time zone not null
            );
            create table if not exists companies (
                id varchar primary key,
                time_zone varchar
            );
            """;

    private final JdbcConnectionPool pool;

    RecordsDatabase(Optional<Path> directory) throws SQLException {
        // Otherwise H2 closes the database on Ctrl-C while a route is still writing.
        pool = JdbcConnectionPool.create(
                directory
                                .map(RecordsDatabase::file)
                                .orElseGet(() -> "jdbc:h2:mem:" + UUID.randomUUID() + ";db_close_delay=-1")
                        + ";db_close_on_exit=false",
                "sa",
                "");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            for (Period period : Period.values()) {
                statement.execute("create or replace view " + period.view() + " as select * from calls where start_time"
                        + " >= dateadd(day, -" + period.days() + ", current_timestamp)");
            }
        }
    }

    DataSource dataSource() {
        return pool;
    }

    /** How many forms were submitted in the period. */
    long formSubmissions(Period period) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from form_submissions where submitted_at >= dateadd(day, -" + period.days()
                                + ", current_timestamp)")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** The time zone that all companies share; empty if there is none or none has been read yet. */
    Optional<ZoneId> sharedZone() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet zones = statement.executeQuery("select distinct time_zone from companies")) {
            String zone = zones.next() ? zones.getString(1) : null;
            return zone == null || zones.next() ? Optional.empty() : Optional.of(ZoneId.of(zone));
        } catch (DateTimeException e) {
            // A zone that Java does not know.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }

    /** H2 requires a relative path to begin with a dot. */
    private static String file(Path directory) {
        Path file = directory.resolve("records");
        return "jdbc:h2:" + (file.isAbsolute() ? "" : "./") + file.toString().replace('\\', '/');
    }
}
