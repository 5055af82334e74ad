package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of the page on delivery, word for word, with a real PostgreSQL: a record that comes again replaces
 * itself.
 */
@Tag("needs-4.18-artifacts")
class UpsertTest extends SandboxTest {

    private static final String PAGE = Documents.read("docs/modules/ROOT/pages/delivery.adoc");
    private static final String ROUTE = Documents.blocks(PAGE, "yaml").get(0);
    private static final String TABLE = Documents.blocks(PAGE, "sql").get(0);
    private static final String UPSERT = Documents.blocks(PAGE, "sql").get(1);

    private static final List<String> OTHER_COLUMNS =
            List.of("direction", "answered", "duration", "customer_phone_number", "lead_status", "value", "note");

    private DataSource database;

    @BeforeEach
    void createTable() throws SQLException {
        database = Postgres.database();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    @Test
    void theTableHasWhatCallRailHasThroughEditsAndACrash(@TempDir Path directory) throws Exception {
        List<String> ids = calls(25);
        CallRailConsumer consumer = consumer(directory, "calls-to-warehouse");
        assertThat(consumer.poll()).isEqualTo(25);
        assertThat(table()).hasSize(25).isEqualTo(atCallRail());

        Map<String, Object> edit =
                Map.of("note", "Wants \"the large\" one, isn't sure", "lead_status", "good_lead", "value", "99.50");
        sandbox.data().edit("calls", ids.get(24), edit);
        sandbox.data().add("calls", Map.of("start_time", NOW.plusSeconds(30)));
        CLOCK.advance(Duration.ofHours(25));
        context.close();
        context = new CallRailContext(sandbox, CLOCK);
        consumer = consumer(directory, "calls-to-warehouse");
        assertThat(consumer.poll()).isEqualTo(2);
        assertThat(table()).hasSize(26).isEqualTo(atCallRail());
        assertThat(table().get(ids.get(24))).containsAll(edit.values());
        assertThat(consumer.poll()).isZero();

        // As after a crash in which the state was not written: everything comes again, and changes nothing.
        context.close();
        context = new CallRailContext(sandbox, CLOCK);
        assertThat(consumer(directory, "another").poll()).isEqualTo(26);
        assertThat(table()).hasSize(26).isEqualTo(atCallRail());
    }

    /** The route of the page, with its SQL in a file and its state in a directory of the test. */
    private CallRailConsumer consumer(Path directory, String id) throws Exception {
        Path sql = Files.writeString(directory.resolve("upsert-call.sql"), UPSERT);
        context.getRegistry().bind("warehouse", database);
        String route = ROUTE.replace("id: calls-to-warehouse", "id: " + id)
                .replace("classpath:upsert-call.sql", "file:" + sql)
                .replace("stateDirectory: state", "stateDirectory: " + directory.resolve("state"))
                .replace("daysBack: 7", "daysBack: 8")
                .replace("delay: 15m", "delay: 15m\n        startScheduler: false\n        accountId: " + account());
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("page.yaml", route));
        context.start();
        return (CallRailConsumer) context.getRoute(id).getConsumer();
    }

    /** By id, the values of the other columns, with the start as an instant and all else as text. */
    private Map<String, List<Object>> table() throws SQLException {
        Map<String, List<Object>> rows = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from calls")) {
            while (row.next()) {
                List<Object> values = new ArrayList<>();
                values.add(row.getObject("start_time", OffsetDateTime.class).toInstant());
                for (String column : OTHER_COLUMNS) {
                    values.add(Objects.toString(row.getObject(column), null));
                }
                assertThat(rows.put(row.getString("id"), values)).isNull();
            }
        }
        return rows;
    }

    private Map<String, List<Object>> atCallRail() {
        Map<String, List<Object>> rows = new HashMap<>();
        for (Map<String, Object> row : sandbox.data().rows("calls")) {
            List<Object> values = new ArrayList<>();
            values.add(OffsetDateTime.parse(row.get("start_time").toString()).toInstant());
            OTHER_COLUMNS.forEach(column -> values.add(Objects.toString(row.get(column), null)));
            rows.put(row.get("id").toString(), values);
        }
        return rows;
    }
}
