package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecords;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.util.DateTimeUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates from SQL into a report's, and a report's window into SQL, through camel-sql and real databases. */
@Tag("needs-4.18-artifacts")
class SqlDatesTest extends SandboxTest {

    private JvmDefaults changed;

    @AfterEach
    void restore() {
        changed.close();
    }

    private static final String PAGE = Documents.read("docs/modules/ROOT/pages/dates.adoc");

    static Stream<Arguments> databasesAndZones() {
        return Stream.of("America/New_York", "Asia/Tokyo", "UTC")
                .flatMap(zone -> Stream.of("PostgreSQL", "H2").map(database -> Arguments.of(database, zone)));
    }

    @ParameterizedTest
    @MethodSource("databasesAndZones")
    void theFirstAndTheLastDayAreThoseOfTheTable(String database, String zone) throws Exception {
        changed = JvmDefaults.zone(zone);
        assertThat(window(database, "date '2026-03-01'", "date '2026-03-10'"))
                .containsEntry("start_date", "2026-03-01")
                .containsEntry("end_date", "2026-03-10");
    }

    @ParameterizedTest
    @MethodSource("databasesAndZones")
    void aTimestampWithTimeZoneIsThatInstant(String database, String zone) throws Exception {
        changed = JvmDefaults.zone(zone);
        assertThat(window(
                        database,
                        "timestamp with time zone '2026-03-02 14:00:00+00:00'",
                        "timestamp with time zone '2026-03-10 14:00:30+00:00'"))
                .containsEntry("start_date", "2026-03-02T09:00")
                .containsEntry("end_date", "2026-03-10T10:01");
    }

    /** A timestamp without a zone is what the JVM's clocks show, and a whole day where they show midnight. */
    @ParameterizedTest
    @MethodSource("databasesAndZones")
    void aTimestampAtMidnightIsADay(String database, String zone) throws Exception {
        changed = JvmDefaults.zone(zone);
        assertThat(window(database, "timestamp '2026-03-01 00:00:00'", "timestamp '2026-03-10 00:00:00'"))
                .containsEntry("start_date", "2026-03-01")
                .containsEntry("end_date", "2026-03-10");
    }

    /** In text all that is left of a value is how it writes itself: a day as a day. */
    @ParameterizedTest
    @MethodSource("databasesAndZones")
    void aDayWithinATextIsThatDay(String database, String zone) throws Exception {
        changed = JvmDefaults.zone(zone);
        assertThat(window(
                        database,
                        "date '2026-03-01'",
                        "date '2026-03-10'",
                        "${body[from_day]}T14:00",
                        "${body[last_day]}T15:00"))
                .containsEntry("start_date", "2026-03-01T14:00")
                .containsEntry("end_date", "2026-03-10T15:00");
    }

    @ParameterizedTest
    @MethodSource("databasesAndZones")
    void theWindowIsWrittenIntoATable(String database, String zone) throws Exception {
        changed = JvmDefaults.zone(zone);
        DataSource source = source(database);
        execute(source, Documents.blocks(PAGE, "sql").get(0));
        context.getRegistry().bind("source", source);
        String insert = Documents.blocks(PAGE, "sql").get(1).strip();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:read")
                        .to(uri("calls-summary", "startDate=2026-03-08&endDate=2026-03-10"))
                        .to("sql:" + insert.replaceAll("\\s+", " ") + "?dataSource=#source");
            }
        });

        requested("direct:read", Map.of());

        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet record = statement.executeQuery("select window_start, window_end from readings")) {
            assertThat(record.next()).isTrue();
            assertThat(record.getObject(1, OffsetDateTime.class).toInstant()).isEqualTo("2026-03-08T05:00:00Z");
            assertThat(record.getObject(2, OffsetDateTime.class).toInstant()).isEqualTo("2026-03-11T03:59:59Z");
        }
    }

    private Map<String, String> window(String database, String first, String last) throws Exception {
        return window(database, first, last, "${body[from_day]}", "${body[last_day]}");
    }

    /** What is asked after a record with these two values was read, and put into the headers by these expressions. */
    private Map<String, String> window(String database, String first, String last, String start, String end)
            throws Exception {
        DataSource source = source(database);
        execute(source, "create table months as select " + first + " as from_day, " + last + " as last_day");
        context.getRegistry().bind("source", source);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:month")
                        .to("sql:select from_day, last_day from months?dataSource=#source&outputType=SelectOne")
                        .setHeader(CallRailConstants.START_DATE, simple(start))
                        .setHeader(CallRailConstants.END_DATE, simple(end))
                        .to(uri("calls", ""));
            }
        });
        Exchange exchange = requested("direct:month", Map.of());
        assertThat(exchange.getMessage().getBody(CallRailRecords.class)).isEmpty();
        return latestQuery();
    }

    private static DataSource source(String database) {
        if (database.equals("PostgreSQL")) {
            return Postgres.database();
        }
        // It keeps the zone that it saw first.
        DateTimeUtils.resetCalendar();
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    private static void execute(DataSource source, String sql) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
