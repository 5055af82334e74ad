package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConverter;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done with a body in a route. */
class BodyTest extends SandboxTest {

    private static final String ODD_VALUES = """
            {"total_records":1,"total_pages":1,"calls":[{"id":"CAL1","start_time":"2026-03-09T10:00:00.000-04:00",
            "duration":12345678901234567890,"value":0.10,"answered":true,"note":null,
            "tags":["A",{"name":"B"}],"custom":{"z":1,"a":2},"unheard_of":"kept"}]}""";

    private CallRailRecord odd() {
        sandbox.faults().always(Fault.body("application/json", ODD_VALUES));
        return records(uri("calls", "fields=default")).get(0);
    }

    @Test
    void valuesAreAsTheyWereSent() {
        CallRailRecord record = odd();

        assertThat(record.get("duration")).hasToString("12345678901234567890");
        assertThat(record.get("value")).isEqualTo(new BigDecimal("0.10"));
        assertThat(record.get("answered")).isEqualTo(true);
        assertThat(record).containsEntry("unheard_of", "kept").containsKey("note");
        assertThat(record.get("tags")).isEqualTo(List.of("A", Map.of("name", "B")));
        assertThat(((Map<?, ?>) record.get("custom")).keySet().toString()).isEqualTo("[z, a]");
    }

    @Test
    void nothingInARecordCanBeChanged() {
        CallRailRecord record = odd();
        List<?> tags = (List<?>) record.get("tags");
        CallRailRecords records = CallRailRecords.of(List.of(record));

        assertThatThrownBy(() -> record.put("id", "x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> record.remove("id")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> record.entrySet().iterator().next().setValue("x"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> tags.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> records.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void recordsCanBeSerialized() throws Exception {
        CallRailRecords records = CallRailRecords.of(List.of(odd()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(records);
        }

        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(records);
        }
    }

    @Test
    void recordsConvertToJsonInEveryForm() throws Exception {
        CallRailRecord record = odd();
        CallRailRecords records = CallRailRecords.of(List.of(record));
        TypeConverter converter = context.getTypeConverter();
        JsonNode expected = new ObjectMapper().readTree(converter.convertTo(String.class, record));

        assertThat(expected.get("custom").toString()).isEqualTo("{\"z\":1,\"a\":2}");
        assertThat(converter.convertTo(String.class, record))
                .doesNotContain("\n")
                .contains("\"value\":0.10");
        assertThat(new ObjectMapper().readTree(converter.convertTo(byte[].class, record)))
                .isEqualTo(expected);
        assertThat(new ObjectMapper().readTree(converter.convertTo(InputStream.class, record)))
                .isEqualTo(expected);
        assertThat(converter.convertTo(JsonNode.class, record).toString()).isEqualTo(expected.toString());
        assertThat(converter.convertTo(String.class, record.get("custom"))).isEqualTo("{\"z\":1,\"a\":2}");
        assertThat(converter.convertTo(String.class, records))
                .isEqualTo("[" + converter.convertTo(String.class, record) + "]");
        assertThat(new String(converter.convertTo(byte[].class, records), StandardCharsets.UTF_8))
                .isEqualTo(converter.convertTo(String.class, records));
        assertThat(converter.convertTo(InputStream.class, records)).isNotNull();
        assertThat(converter.convertTo(JsonNode.class, records).isArray()).isTrue();
    }

    @Test
    void ordinaryMapsAndListsConvertAsBefore() {
        context.start();
        assertThat(context.getTypeConverter().convertTo(String.class, new HashMap<>(Map.of("a", 1))))
                .isEqualTo("{a=1}");
    }

    @Test
    void simpleMarshalAndFileJustWork(@TempDir Path directory) throws Exception {
        calls(2);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:work")
                        .to(uri("calls", "fields=id,duration"))
                        .setHeader("first", simple("${body[0][id]}"))
                        .split(body())
                        .setHeader("id", simple("${body[id]}"))
                        .to("file:" + directory + "/converted?fileName=${header.id}.json")
                        .marshal()
                        .json()
                        .to("file:" + directory + "/marshalled?fileName=${header.id}.json")
                        .end();
            }
        });

        Exchange exchange = requested("direct:work", Map.of());

        String id = sandbox.data().ids("calls").get(0);
        assertThat(exchange.getMessage().getHeader("first")).isEqualTo(id);
        ObjectMapper json = new ObjectMapper();
        JsonNode converted = json.readTree(Files.readString(directory.resolve("converted/" + id + ".json")));
        assertThat(converted.get("id").asText()).isEqualTo(id);
        assertThat(json.readTree(Files.readString(directory.resolve("marshalled/" + id + ".json"))))
                .isEqualTo(converted);
    }

    @Test
    @Tag("needs-4.18-artifacts")
    void jsonpathReadsRecords() throws Exception {
        calls(1);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:path").to(uri("calls", "")).split(body()).to("direct:one");
                from("direct:one").setBody().jsonpath("$.id").to("mock:ids");
            }
        });
        context.getEndpoint("mock:ids", MockEndpoint.class)
                .expectedBodiesReceived(sandbox.data().ids("calls").get(0));

        requested("direct:path", Map.of());

        context.getEndpoint("mock:ids", MockEndpoint.class).assertIsSatisfied();
    }

    @Test
    @Tag("needs-4.18-artifacts")
    void aRecordThatLacksAFieldStillInserts() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        context.getRegistry().bind("dataSource", database);
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("create table calls (id varchar primary key, note varchar)");
        }
        sandbox.faults().always(Fault.body("application/json", ODD_VALUES.replace("\"note\":null,", "")));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:insert")
                        .to(uri("calls", "fields=id,note"))
                        .split(body())
                        .to("sql:merge into calls key(id) values (:#id, :#note)");
            }
        });

        requested("direct:insert", Map.of());
        requested("direct:insert", Map.of());

        try (Connection connection = database.getConnection();
                ResultSet records = connection.createStatement().executeQuery("select id, note from calls")) {
            assertThat(records.next()).isTrue();
            assertThat(records.getString(1)).isEqualTo("CAL1");
            assertThat(records.getString(2)).isNull();
            assertThat(records.next()).isFalse();
        }
    }
}
