package io.github.camelcallrail.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unmodified route with a real PostgreSQL, against a sandbox with more calls than one page. */
@Timeout(120)
class PostgresExampleTest {

    private static final int CALLS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The type of each column of the table. */
    private final Map<String, String> types = new TreeMap<>();

    @TempDir
    Path directory;

    @Test
    void theTableHasEveryCallAndAfterARestartOnlyWhatIsNewOrEditedIsSent() throws Exception {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            Instant now = Instant.now();
            sandbox.data().generate("calls", 1, now.minus(Duration.ofMinutes(20)), now.minus(Duration.ofMinutes(10)));
            String latest = sandbox.data().ids("calls").get(0);
            sandbox.data().generate("calls", CALLS - 1, now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(1)));

            assertThat(run(sandbox, Map.of()))
                    .containsExactlyInAnyOrderElementsOf(sandbox.data().ids("calls"));
            assertThat(types)
                    .containsAllEntriesOf(Map.of("start_time", "timestamptz", "duration", "int8", "value", "numeric"))
                    .containsAllEntriesOf(Map.of("milestones", "jsonb", "tags", "jsonb", "custom", "jsonb"));

            sandbox.data().edit("calls", latest, Map.of("note", "Said \"later\", isn't sure?", "value", "99.50"));
            String another = sandbox.data().add("calls", Map.of("start_time", now.minus(Duration.ofMinutes(1))));

            // The same database, configured as the user's own.
            try (Warehouse own = warehouse(Map.of())) {
                assertThat(run(sandbox, Map.of("POSTGRES_URL", own.url()))).containsExactlyInAnyOrder(latest, another);
            }
            assertThat(sandbox.journal().requests("calls")).hasSize(3);
        }
    }

    /** CallRail's JSON can contain NUL, but PostgreSQL cannot store it. */
    @Test
    void aCallWithNulIsStoredAndHoldsUpNoOther() throws Exception {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            Instant now = Instant.now();
            String call = sandbox.data()
                    .add(
                            "calls",
                            Map.of(
                                    "start_time",
                                    now.minus(Duration.ofMinutes(30)),
                                    "note",
                                    "before\0after",
                                    "custom",
                                    Map.of("k\0ey", "\0value")));
            String next = sandbox.data().add("calls", Map.of("start_time", now.minus(Duration.ofMinutes(20))));

            assertThat(run(sandbox, Map.of())).containsExactly(call, next);
            try (Warehouse own = warehouse(Map.of());
                    Connection connection = DriverManager.getConnection(own.url());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select note, custom ->> 'k\uFFFDey' from calls where id = '" + call + "'")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("before\uFFFDafter");
                assertThat(row.getString(2)).isEqualTo("\uFFFDvalue");
            }
        }
    }

    @Test
    void whereNoneCanBeStartedItSaysWhatToDo() throws Exception {
        Path file = Files.createFile(directory.resolve("a-file"));

        assertThatThrownBy(() -> Warehouse.of(Map.of("POSTGRES_URL", " "), file))
                .hasMessageContainingAll("PostgreSQL cannot be started", "Set POSTGRES_URL");
    }

    @Test
    void oneOfTheUsersIsTakenByItsUrl() {
        assertThat(Warehouse.of(
                                Map.of("POSTGRES_URL", "jdbc:postgresql://db.example.com/w", "POSTGRES_USER", "loader"),
                                directory)
                        .properties())
                .containsEntry("warehouse.url", "jdbc:postgresql://db.example.com/w")
                .containsEntry("warehouse.user", "loader");
    }

    private Warehouse warehouse(Map<String, String> environment) {
        return Warehouse.of(environment, directory.resolve("postgres"));
    }

    /** Runs the application until its first poll is done, compares the table, and returns the ids of the calls sent. */
    private List<String> run(CallRailSandbox sandbox, Map<String, String> environment) throws Exception {
        Warehouse warehouse = warehouse(environment);
        Main main = PostgresExample.with(warehouse);
        main.addOverrideProperty("example.api-key", sandbox.apiKey());
        main.addOverrideProperty("example.base-url", sandbox.baseUrl());
        main.init();
        List<String> sent = new CopyOnWriteArrayList<>();
        main.getCamelContext().getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CamelEvent.ExchangeCompletedEvent completed) {
                    sent.add(completed.getExchange().getIn().getHeader("CamelCallRailRecordId", String.class));
                }
            }
        });
        NotifyBuilder done = new NotifyBuilder(main.getCamelContext())
                .whenAnyDoneMatches(
                        exchange -> exchange.getIn().getHeader("CamelCallRailLastRecord", false, Boolean.class))
                .create();
        main.start();
        try {
            assertThat(done.matches(60, TimeUnit.SECONDS)).isTrue();
            assertThat(table(warehouse.url())).isEqualTo(atCallRail(sandbox));
        } finally {
            main.stop();
        }
        return sent;
    }

    /** The values in PostgreSQL, by id and column. */
    private Map<String, Map<String, Object>> table(String url) throws Exception {
        Map<String, Map<String, Object>> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from calls")) {
            for (int place = 1; place <= row.getMetaData().getColumnCount(); place++) {
                types.put(
                        row.getMetaData().getColumnName(place),
                        row.getMetaData().getColumnTypeName(place));
            }
            while (row.next()) {
                Map<String, Object> columns = new TreeMap<>();
                for (String column : types.keySet()) {
                    Object value = types.get(column).equals("timestamptz")
                            ? row.getObject(column, OffsetDateTime.class)
                            : row.getObject(column);
                    columns.put(column, comparable(types.get(column), String.valueOf(value)));
                }
                assertThat(rows.put(row.getString("id"), columns)).isNull();
            }
        }
        return rows;
    }

    /** The values in CallRail, by id and column. */
    private Map<String, Map<String, Object>> atCallRail(CallRailSandbox sandbox) throws IOException {
        assertThat(types.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ReportCatalogue.of("calls").fields().nonSecretNames());
        Map<String, Map<String, Object>> rows = new TreeMap<>();
        for (Map<String, Object> row : sandbox.data().rows("calls")) {
            Map<String, Object> columns = new TreeMap<>();
            for (String column : types.keySet()) {
                Object value = row.get(column);
                boolean json = types.get(column).equals("jsonb") && value != null;
                columns.put(
                        column,
                        comparable(
                                types.get(column),
                                storable(json ? JSON.writeValueAsString(value) : String.valueOf(value))));
            }
            rows.put(row.get("id").toString(), columns);
        }
        return rows;
    }

    /** A text, or JSON, with NUL replaced as by the component. */
    private static String storable(String text) {
        return text.replaceAll("\\x00|\\\\u0000", "\uFFFD");
    }

    /** A normalized form, the same for all representations of a value in a column of this type. */
    private static Object comparable(String type, String text) throws IOException {
        if (text.equals("null")) {
            return "null";
        }
        return switch (type) {
            case "timestamptz" -> OffsetDateTime.parse(text).toInstant();
            case "numeric" -> new BigDecimal(text).stripTrailingZeros();
            case "jsonb" -> JSON.readTree(text);
            default -> text;
        };
    }
}
