package io.github.camelcallrail.examples.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Tests the table and its SQL with a real PostgreSQL, for every report that has ids. */
@Timeout(120)
class ReportTableTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    @Test
    void everyReportGoesIntoItsTableAsOftenAsItComes() throws Exception {
        try (Warehouse warehouse = Warehouse.of(Map.of(), directory);
                CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(warehouse.url());
            for (Report report :
                    ReportCatalogue.all().stream().filter(Report::paged).toList()) {
                if (sandbox.data().ids(report.name()).isEmpty()) {
                    Instant now = Instant.now();
                    sandbox.data().generate(report.name(), 5, now.minus(Duration.ofDays(1)), now);
                }
                List<Map<String, Object>> rows = sandbox.data().rows(report.name());
                ReportTable table = new ReportTable(database, report.name());
                String name = report.name().replace('-', '_');
                table.create();
                put(database, table, rows);
                // As before an update of the component that adds a column.
                String column = report.fields().nonSecretNames().get(1);
                execute(database, "alter table " + name + " drop column \"" + column + '"');
                table.create();
                put(database, table, rows);

                assertThat(count(database, "select count(*) from " + name))
                        .as(name)
                        .isEqualTo(rows.size());
                long given =
                        rows.stream().filter(row -> row.get(column) != null).count();
                assertThat(count(database, "select count(\"" + column + "\") from " + name))
                        .as(name + "." + column)
                        .isEqualTo(given);
            }
        }
    }

    @Test
    void aReportWithoutIdsOrWithoutSchemaIsRefused() {
        assertThatThrownBy(() -> new ReportTable(null, "calls-summary"))
                .hasMessage("Records of the report calls-summary have no id to identify them");
        assertThatThrownBy(() -> new ReportTable(null, "call")).hasMessage("There is no report call");
    }

    /** Executes the SQL as Camel does; its only parameter is the record as JSON. */
    private static void put(DataSource database, ReportTable table, List<Map<String, Object>> rows) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert =
                        connection.prepareStatement(table.upsert().replace(":#${bodyAs(String)}", "?"))) {
            for (Map<String, Object> row : rows) {
                upsert.setString(1, JSON.writeValueAsString(row));
                upsert.execute();
            }
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
