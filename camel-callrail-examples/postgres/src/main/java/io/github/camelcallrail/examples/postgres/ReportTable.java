package io.github.camelcallrail.examples.postgres;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** A PostgreSQL table with a column for each field of a report, created from the report's JSON Schema. */
public final class ReportTable {

    private final DataSource dataSource;
    private final String name;
    private final Map<String, String> columns = new LinkedHashMap<>();

    /** @param report a report whose records have ids; the table of {@code caller-ids} is {@code caller_ids} */
    public ReportTable(DataSource dataSource, String report) throws IOException {
        this.dataSource = dataSource;
        this.name = quoted(report.replace('-', '_'));
        schema(report)
                .get("properties")
                .properties()
                .forEach(column -> columns.put(quoted(column.getKey()), type(column.getValue())));
        if (!columns.containsKey("\"id\"")) {
            throw new IllegalArgumentException("Records of the report " + report + " have no id to identify them");
        }
    }

    private static JsonNode schema(String report) throws IOException {
        String path = "META-INF/io/github/camelcallrail/schemas/" + report + ".json";
        try (InputStream schema = ReportTable.class.getClassLoader().getResourceAsStream(path)) {
            if (schema == null) {
                throw new IllegalArgumentException("There is no report " + report);
            }
            return new ObjectMapper().readTree(schema);
        }
    }

    private static String type(JsonNode column) {
        Set<String> types = new HashSet<>();
        JsonNode given = column.path("type");
        given.forEach(type -> types.add(type.textValue()));
        if (given.isTextual()) {
            types.add(given.textValue());
        }
        if (types.contains("number")) {
            return "numeric";
        }
        if (types.contains("string")) {
            return column.path("format").asText().equals("date-time") ? "timestamptz" : "text";
        }
        return types.contains("integer") ? "bigint" : types.contains("boolean") ? "boolean" : "jsonb";
    }

    /** Creates the table if it does not exist, and adds columns that it lacks. */
    public void create() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists " + name + " (\"id\" " + columns.get("\"id\"") + " primary key)");
            statement.execute("alter table " + name + " "
                    + columns.entrySet().stream()
                            .map(column -> "add column if not exists " + column.getKey() + " " + column.getValue())
                            .collect(joining(", ")));
        }
    }

    /** SQL for Camel that writes the record in the body to the table, replacing the row with the same id. */
    public String upsert() {
        String all = String.join(", ", columns.keySet());
        return "insert into " + name + " (" + all + ") select " + all
                // PostgreSQL extracts each column from the JSON and converts it to the column's type.
                + " from jsonb_populate_record(cast(null as " + name + "), cast(:#${bodyAs(String)} as jsonb))"
                + " on conflict (\"id\") do update set "
                + columns.keySet().stream()
                        .map(column -> column + " = excluded." + column)
                        .collect(joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
