package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls kept in a PostgreSQL table by their ids: a row that comes again replaces itself. */
@Tag("needs-4.18-artifacts")
class UpsertTest extends SandboxTest {

    private static final String TABLE = """
            create table calls (
              id                    text primary key,
              start_time            timestamptz not null,
              direction             text,
              answered              boolean,
              duration              integer,
              customer_phone_number text,
              lead_status           text,
              value                 numeric,
              note                  text
            )
            """;

    private static final String UPSERT = """
            insert into calls (id, start_time, direction, answered, duration,
                               customer_phone_number, lead_status, value, note)
            values (:#${body[id]}, cast(:#${body[start_time]} as timestamptz), :#${body[direction]},
                    :#${body[answered]}, :#${body[duration]}, :#${body[customer_phone_number]},
                    :#${body[lead_status]}, cast(:#${body[value]} as numeric), :#${body[note]})
            on conflict (id) do update set
              start_time            = excluded.start_time,
              direction             = excluded.direction,
              answered              = excluded.answered,
              duration              = excluded.duration,
              customer_phone_number = excluded.customer_phone_number,
              lead_status           = excluded.lead_status,
              value                 = excluded.value,
              note                  = excluded.note
            """;

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
    void aCallThatComesAgainReplacesItself() throws Exception {
        List<String> ids = calls(5);
        CallRailConsumer consumer = consumer();
        assertThat(consumer.poll()).isEqualTo(5);
        assertThat(table()).hasSize(5).isEqualTo(atCallRail());

        Map<String, Object> edit =
                Map.of("note", "Wants \"the large\" one, isn't sure", "lead_status", "good_lead", "value", "99.50");
        sandbox.data().edit("calls", ids.get(2), edit);
        sandbox.data().add("calls", Map.of("start_time", NOW.minusSeconds(30)));
        assertThat(consumer.poll()).isEqualTo(6);

        assertThat(table()).hasSize(6).isEqualTo(atCallRail());
        assertThat(table().get(ids.get(2))).containsAll(edit.values());
    }

    private CallRailConsumer consumer() throws Exception {
        context.getRegistry().bind("warehouse", database);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri("calls", "startScheduler=false"))
                        .routeId("upsert")
                        .to("sql:" + UPSERT + "?dataSource=#warehouse");
            }
        });
        context.start();
        return (CallRailConsumer) context.getRoute("upsert").getConsumer();
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
