package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.component.stub.StubComponent;
import org.apache.camel.spi.BrowsableEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on warehouses: its routes run as they are, and its SQL as far as a database for it is here. */
class WarehouseSinksTest {

    private static final Document PAGE = Project.page("warehouse-sinks");
    private static final List<String> COLUMNS = List.of("id", "start_time", "source", "answered", "duration");
    /** What begins with the id, in parentheses, one of which may be a cast. */
    private static final Pattern LIST_OF_COLUMNS =
            Pattern.compile("\\(((?:staged\\.|:#)?id,(?:[^()]|\\([^()]*\\))*)\\)");

    private static final Pattern UPDATE =
            Pattern.compile("(?m)(\\w+) = (?:staged\\.|excluded\\.|values\\()(?!id\\b)(\\w+)");

    @TempDir
    Path directory;

    @Test
    void postgresqlTakesPagesAndWhatItRejectsIsInAFile() throws Exception {
        try (EmbeddedPostgres postgres = started()) {
            pagesArriveAndWhatIsRejectedIsInAFile(
                    postgres.getPostgresDatabase(), PAGE.blocks("sql").get(0).text(), route("calls-in-batches"));
        }
    }

    @Test
    void theSqlForMysqlDoesTheSame() throws Exception {
        JdbcDataSource mysql = new JdbcDataSource();
        mysql.setUrl("jdbc:h2:mem:warehouse;mode=MySQL;db_close_delay=-1");
        String upsert = PAGE.blocks("mysql").get(1).text();
        pagesArriveAndWhatIsRejectedIsInAFile(
                mysql,
                PAGE.blocks("mysql").get(0).text(),
                route("calls-in-batches")
                        .replaceAll(
                                "insert into calls[^:]*(?s:.*?)(?=\\n +(batch|dataSource):)",
                                upsert.replace("\n", " ")));
    }

    private void pagesArriveAndWhatIsRejectedIsInAFile(DataSource warehouse, String table, String route)
            throws Exception {
        execute(warehouse, table);
        execute(warehouse, "alter table calls add constraint sensible check (duration >= 0)");
        try (DocumentedSandbox context = context(warehouse, route)) {
            List<String> oldestFirst = context.sandbox().data().ids("calls");
            Set<String> ids = Set.copyOf(oldestFirst);
            String rejected = context.sandbox().data().add("calls", call(-1));
            context.poll("calls-in-batches");

            assertThat(ids).hasSizeGreaterThan(500);
            assertThat(table(warehouse).keySet()).isEqualTo(ids);
            assertThat(directory.resolve("rejected/" + rejected + ".json"))
                    .content()
                    .startsWith("{\"id\":\"" + rejected + "\"");

            String edited = oldestFirst.get(oldestFirst.size() - 1);
            context.sandbox().data().edit("calls", edited, Map.of("duration", 4711));
            String added = context.sandbox().data().add("calls", call(12));
            context.poll("calls-in-batches");

            assertThat(table(warehouse))
                    .containsEntry(edited, 4711)
                    .containsEntry(added, 12)
                    .hasSize(ids.size() + 1);
        }
    }

    @Test
    void aPageThatTheDatabaseCannotTakeComesAgain() throws Exception {
        try (EmbeddedPostgres postgres = started()) {
            DataSource warehouse = postgres.getPostgresDatabase();
            try (DocumentedSandbox context = context(warehouse, route("calls-in-batches"))) {
                context.poll("calls-in-batches");
                execute(warehouse, PAGE.blocks("sql").get(0).text());
                context.poll("calls-in-batches");
                context.poll("calls-in-batches");

                assertThat(table(warehouse).keySet())
                        .containsExactlyInAnyOrderElementsOf(
                                context.sandbox().data().ids("calls"));
                assertThat(directory.resolve("rejected")).doesNotExist();
            }
        }
    }

    @Test
    void filesHaveOneCallALineAndNamesInTheOrderOfTheirTimes() throws Exception {
        try (DocumentedSandbox context = context(null, route("calls-to-bucket"))) {
            context.poll("calls-to-bucket");
            List<String> ids = context.sandbox().data().ids("calls");
            context.sandbox().data().edit("calls", ids.get(ids.size() - 1), Map.of("duration", 4711));
            context.poll("calls-to-bucket");

            List<Exchange> files = context.getEndpoint(
                            "google-storage:callrail-calls?autoCreateBucket=false", BrowsableEndpoint.class)
                    .getExchanges();
            List<String> names = files.stream()
                    .map(file -> file.getMessage().getHeader("CamelGoogleCloudStorageObjectName", String.class))
                    .toList();
            List<String> lines = files.stream()
                    .flatMap(file -> file.getMessage().getBody(String.class).lines())
                    .toList();

            assertThat(names)
                    .doesNotHaveDuplicates()
                    .isSorted()
                    .allMatch(name -> name.matches("calls/\\d{17}-.+\\.jsonl"));
            assertThat(lines).hasSize(ids.size() + 1).allMatch(line -> line.matches("\\{\"id\":.*,\"duration\":\\d+}"));
            assertThat(lines.get(lines.size() - 1))
                    .contains(ids.get(ids.size() - 1))
                    .contains("4711");
        }
    }

    /** A column that one list has and another lacks is the mistake that people make in such statements. */
    @ParameterizedTest
    @ValueSource(strings = {"yaml", "mysql", "bigquery", "snowflake"})
    void everyStatementNamesTheSameColumns(String language) {
        String text = String.join(
                "\n", PAGE.blocks(language).stream().map(CodeBlock::text).toList());

        assertThat(LIST_OF_COLUMNS.matcher(text).results().map(WarehouseSinksTest::names))
                .hasSizeGreaterThan(1)
                .allSatisfy(list -> assertThat(list).isEqualTo(COLUMNS));
        List<MatchResult> updates = UPDATE.matcher(text).results().toList();
        assertThat(updates).isNotEmpty().allMatch(update -> update.group(1).equals(update.group(2)));
        assertThat(updates.stream().map(update -> update.group(1)).distinct())
                .containsExactlyElementsOf(COLUMNS.subList(1, COLUMNS.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sql", "mysql", "bigquery", "snowflake"})
    void everyTableHasThoseColumns(String language) {
        List<String> tables = PAGE.blocks(language).stream()
                .map(CodeBlock::text)
                .filter(text -> text.matches("(?s)create (external )?table .*\\n {2}id .*"))
                .toList();

        assertThat(tables).isNotEmpty().allSatisfy(table -> assertThat(Pattern.compile("(?m)^ {2}(\\w+) +(?!=)\\S")
                        .matcher(table)
                        .results()
                        .map(column -> column.group(1)))
                .containsExactlyElementsOf(COLUMNS));
    }

    @Test
    void theRoutesRequestThoseFields() {
        assertThat(ReportCatalogue.of("calls").fields().nonSecretNames()).containsAll(COLUMNS);
        assertThat(Pattern.compile("fields: (.*)")
                        .matcher(PAGE.text())
                        .results()
                        .map(fields -> fields.group(1)))
                .hasSize(2)
                .containsOnly(String.join(",", COLUMNS));
    }

    private static List<String> names(MatchResult list) {
        return Stream.of(list.group(1).split(",\\s+"))
                .map(name -> name.replaceFirst("staged\\.|.*:#", "").replaceFirst("\\W.*", ""))
                // What is left of a function's text arguments.
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Map<String, Object> call(int duration) {
        return Map.of("start_time", "2026-03-15T11:00:00-04:00", "duration", duration, "source", "Direct");
    }

    private String route(String id) {
        return PAGE.blocks("yaml").stream()
                .map(CodeBlock::text)
                .filter(text -> text.contains("id: " + id + "\n"))
                .findFirst()
                .orElseThrow()
                .replace("stateDirectory: state", "stateDirectory: " + directory.resolve("state"))
                .replace("file:rejected", "file:" + directory.resolve("rejected"));
    }

    private static DocumentedSandbox context(DataSource warehouse, String route) throws Exception {
        DocumentedSandbox context = new DocumentedSandbox();
        context.leavePollsToTheTest();
        context.addComponent("google-storage", new StubComponent());
        context.getRegistry().unbind("dataSource");
        context.getRegistry().unbind("warehouse");
        if (warehouse != null) {
            context.getRegistry().bind("warehouse", warehouse);
        }
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("warehouse.yaml", route));
        context.start();
        return context;
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Id to duration. */
    private static Map<String, Integer> table(DataSource database) throws SQLException {
        Map<String, Integer> calls = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, duration from calls")) {
            while (rows.next()) {
                calls.put(rows.getString(1), rows.getInt(2));
            }
        }
        return calls;
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException | RuntimeException e) {
            System.err.println("THE ROUTES INTO POSTGRESQL ARE NOT TESTED: PostgreSQL cannot be started here: " + e);
            return Assumptions.abort("PostgreSQL cannot be started here");
        }
    }
}
