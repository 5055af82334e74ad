package io.github.camelcallrail.examples.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unmodified routes, which poll every 15 minutes, with a real PostgreSQL against a sandbox. */
@Timeout(120)
class EventsExampleTest {

    private static final Duration START = Duration.ofSeconds(30);
    /** Far less than the time between two polls, and enough for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private final Instant now = Instant.now();
    private final CallRailSandbox sandbox = CallRailSandbox.builder().empty().start();
    private final List<RunningExample> running = new ArrayList<>();
    private Warehouse database;

    @BeforeEach
    void prepare() {
        sandbox.data().generate("calls", 60, now.minus(Duration.ofDays(3)), now.minus(Duration.ofHours(1)));
        database = Warehouse.of(Map.of(), directory.resolve("postgres"));
    }

    @AfterEach
    void stop() throws Exception {
        running.forEach(RunningExample::stop);
        database.close();
        sandbox.close();
    }

    @Test
    void aRowIsWrittenSoonAfterAnEventWithoutAPoll() throws Exception {
        start("one");
        await().atMost(START).untilAsserted(this::assertComplete);
        List<String> ids = sandbox.data().ids("calls");
        assertThat(sandbox.journal().requests("calls")).hasSize(1);

        sandbox.data().edit("calls", ids.get(0), Map.of("note", "Wants to pay by invoice"));
        await().atMost(SOON).untilAsserted(this::assertComplete);
        sandbox.data().edit("calls", ids.get(59), Map.of("lead_status", "good_lead"));
        await().atMost(SOON).untilAsserted(this::assertComplete);
        String added = addCall(Duration.ofSeconds(40));
        await().atMost(SOON).untilAsserted(this::assertComplete);

        assertThat(rows()).containsKey(added);
        assertThat(sandbox.journal().requests("calls")).hasSize(1 + 3);
        // The rest: the account, the companies, and for each of the three companies its integration and its key.
        assertThat(sandbox.journal().lines()).hasSizeLessThan(30);
    }

    @Test
    void anotherNodeGoesOnWhereOneHasStopped() throws Exception {
        RunningExample one = start("one");
        await().atMost(START).untilAsserted(this::assertComplete);
        one.stop();
        Map<String, Instant> before = written();
        // Nobody receives these two events.
        String edited = sandbox.data().ids("calls").get(59);
        sandbox.data().edit("calls", edited, Map.of("note", "Called back"));
        // A poll leaves the current minute to the next one.
        String added = addCall(Duration.ofMinutes(4));

        start("two");
        await().atMost(START).untilAsserted(this::assertComplete);
        assertThat(written().entrySet())
                .filteredOn(row -> !row.getValue().equals(before.get(row.getKey())))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(edited, added);

        sandbox.data().edit("calls", added, Map.of("note", "Moved to Thursday"));
        await().atMost(SOON).untilAsserted(this::assertComplete);
    }

    /** Starts a node that leaves the database running when it stops. */
    private RunningExample start(String name) throws Exception {
        Map<String, String> environment = Map.of("POSTGRES_URL", database.url(), "POSTGRES_USER", "postgres");
        RunningExample node = new RunningExample(name, sandbox, Warehouse.of(environment, directory));
        running.add(node);
        return node;
    }

    /** Adds a call that has ended, and returns its id. */
    private String addCall(Duration ago) {
        Instant start = Instant.now().minus(ago);
        return sandbox.data().add("calls", Map.of("start_time", start, "duration", 40, "direction", "inbound"));
    }

    /** When each row was written. */
    private Map<String, Instant> written() throws SQLException {
        Map<String, Instant> written = new TreeMap<>();
        select("id, written_at", row -> written.put(row.getString(1), instant(row, 2)));
        return written;
    }

    private void assertComplete() throws SQLException {
        Map<String, List<Object>> expected = new TreeMap<>();
        for (Map<String, Object> call : sandbox.data().rows("calls")) {
            expected.put(
                    call.get("id").toString(),
                    Arrays.asList(
                            OffsetDateTime.parse(call.get("start_time").toString())
                                    .toInstant(),
                            call.get("duration") == null ? null : ((Number) call.get("duration")).longValue(),
                            call.get("answered"),
                            call.get("source"),
                            call.get("lead_status"),
                            call.get("note")));
        }
        assertThat(rows()).isEqualTo(expected);
    }

    private Map<String, List<Object>> rows() throws SQLException {
        Map<String, List<Object>> rows = new TreeMap<>();
        select(
                "id, start_time, duration, answered, source, lead_status, note",
                row -> rows.put(
                        row.getString(1),
                        Arrays.asList(
                                instant(row, 2),
                                row.getObject(3),
                                row.getObject(4),
                                row.getObject(5),
                                row.getObject(6),
                                row.getObject(7))));
        return rows;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Takes one row. */
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void select(String columns, RowReader reader) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + columns + " from calls")) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }
}
