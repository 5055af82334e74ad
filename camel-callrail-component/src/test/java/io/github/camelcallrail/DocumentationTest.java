package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.Report;
import io.github.camelcallrail.report.ReportCatalogue;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents say what the code does. */
class DocumentationTest extends SandboxTest {

    private static final String README = Documents.read("README.adoc");
    private static final String PAGE = Documents.read("docs/modules/ROOT/pages/index.adoc");
    private static final String MONITORING = Documents.read("docs/modules/ROOT/pages/monitoring.adoc");
    private static final String ERRORS = Documents.read("docs/modules/ROOT/pages/errors.adoc");

    static Stream<List<String>> dates() {
        return Documents.rows(Documents.tagged(README, "dates")).stream();
    }

    @ParameterizedTest
    @MethodSource("dates")
    void dateOptionsMeanWhatTheReadmeSays(List<String> row) {
        rows(uri("calls", Documents.codes(row.get(0)).get(0)));

        assertThat(latestQuery())
                .containsEntry("start_date", row.get(1))
                .containsEntry("end_date", row.get(2))
                .containsEntry("time_zone", "America/New_York");
    }

    @Test
    void theReadmeListsTheReportsAndTheirOptions() {
        List<List<String>> rows = Documents.rows(Documents.tagged(README, "reports"));

        assertThat(rows).extracting(row -> Documents.codes(row.get(0)).get(0)).isEqualTo(ReportCatalogue.names());
        for (List<String> row : rows) {
            Report report = ReportCatalogue.of(Documents.codes(row.get(0)).get(0));
            assertThat(row.get(2).equals("yes"))
                    .as("dates of " + report)
                    .isEqualTo(report.precision().isPresent());
            List<String> options = report.parameters().stream()
                    .map(parameter -> parameter.option().startsWith("filter.") ? "filter.*" : parameter.option())
                    .filter(option -> !option.equals("order"))
                    .distinct()
                    .toList();
            assertThat(Documents.codes(row.get(3)))
                    .as("options of " + report)
                    .filteredOn(option -> !option.startsWith("pagination"))
                    .containsExactlyInAnyOrderElementsOf(options);
        }
    }

    @Test
    void theReadmePrintsPoll() {
        String source =
                Documents.read("camel-callrail-component/src/main/java/io/github/camelcallrail/CallRailConsumer.java");

        assertThat(unindented(source))
                .contains(unindented(Documents.blocks(Documents.tagged(README, "poll"), "java")
                        .get(0)));
    }

    @Test
    void javaOfTheReadmeAndThePagesCompiles() {
        String source = unindented(
                Documents.read("camel-callrail-component/src/test/java/io/github/camelcallrail/ReadmeExamples.java"));

        List<String> blocks = Stream.of(README, Documents.read("docs/modules/ROOT/pages/quota.adoc"), MONITORING)
                .flatMap(page -> Documents.blocks(page, "java").stream())
                .filter(block -> !block.contains("int poll()"))
                .toList();
        assertThat(blocks).hasSize(5).allSatisfy(block -> assertThat(source).contains(unindented(block)));
    }

    @Test
    @Tag("needs-4.18-artifacts")
    void routesOfTheReadmeStart() throws Exception {
        bindDatabase();
        context.addRoutes(new ReadmeExamples.EveryQuarterOfAnHour());
        context.addRoutes(new ReadmeExamples.OnDemand());
        context.start();

        assertThat(context.getRoutes()).hasSize(2);
    }

    @Test
    @Tag("needs-4.18-artifacts")
    void yamlOfTheReadmeStarts() throws Exception {
        bindDatabase();
        load("readme.yaml", Documents.blocks(README, "yaml").get(0));
        context.start();

        assertThat(context.getRoutes()).singleElement().satisfies(route -> {
            assertThat(((CallRailEndpoint) route.getEndpoint()).getReport()).isEqualTo("calls");
            assertThat(((CallRailEndpoint) route.getEndpoint()).getDelay()).isEqualTo(900_000);
        });
        assertThat(Documents.blocks(README, "yaml").get(0).lines()).hasSize(12);
    }

    @Test
    void yamlOfTheErrorsStarts() throws Exception {
        load("errors.yaml", Documents.blocks(ERRORS, "yaml").get(0));
        context.start();

        assertThat(context.getRoutes()).singleElement().satisfies(route -> assertThat(
                        ((CallRailEndpoint) route.getEndpoint()).isBridgeErrorHandler())
                .isTrue());
    }

    @Test
    @Tag("needs-4.18-artifacts")
    void xmlOfTheReadmeStarts() throws Exception {
        bindDatabase();
        load("readme.xml", Documents.blocks(README, "xml").get(0));
        context.start();

        assertThat(context.getRoutes()).hasSize(1);
    }

    /** Not as a YAML list among the parameters: Camel's YAML takes plain values there only. */
    @Test
    void severalValuesOfAFilterAreRepeatedInTheUriOfAYamlRoute() throws Exception {
        load("tags.yaml", """
                - from:
                    uri: direct:tags
                    steps:
                      - to:
                          uri: callrail:calls?timeZone=UTC&accountId=%s&filter.tags=A and B&filter.tags=C,D
                """.formatted(account()));

        requested("direct:tags", Map.of());

        assertThat(latestQuery()).containsEntry("tags[]", "A and B and C,D");
    }

    @Test
    void thePageNamesEveryOptionAndHeader() throws IllegalAccessException {
        List<String> named = Documents.codes(PAGE);
        for (Field field : CallRailConfiguration.class.getDeclaredFields()) {
            if (field.isAnnotationPresent(UriParam.class)) {
                assertThat(named).contains(field.getName().equals("filters") ? "filter.*" : field.getName());
            }
        }
        for (Field field : CallRailConstants.class.getDeclaredFields()) {
            if (field.getType() == String.class) {
                assertThat(named).contains((String) field.get(null));
            }
        }
    }

    @Test
    void thePageOfErrorsHasEveryKindInItsOrder() {
        String kinds = ERRORS.substring(0, ERRORS.indexOf("== Trying again"));

        assertThat(Documents.rows(kinds))
                .extracting(row -> Documents.codes(row.get(0)).get(0))
                .containsExactlyElementsOf(
                        Arrays.stream(FailureKind.values()).map(Enum::name).toList());
    }

    @Test
    void theDefaultsOnThePagesAreThoseOfTheOptions() {
        assertThat(tableOf("quota"))
                .containsEntry("requestsPerHour", "1000")
                .containsEntry("requestsPerDay", "10000")
                .containsEntry("budgetWait", "30s");
        assertThat(tableOf("errors"))
                .containsEntry("maxRetries", "4")
                .containsEntry("retryDelay", "1s")
                .containsEntry("retryTimeout", "30s");
    }

    @Test
    void thePageOfMonitoringNamesEveryMeterAndAttribute() throws IllegalAccessException {
        List<String> named = Documents.codes(MONITORING);
        for (Field field : MicrometerMeters.class.getDeclaredFields()) {
            if (field.getType() == String.class) {
                assertThat(named).contains((String) field.get(null));
            }
        }
        Stream.of(WatchedEndpoint.class, WatchedConsumer.class)
                .flatMap(watched -> Arrays.stream(watched.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(ManagedAttribute.class))
                .forEach(method -> assertThat(named).contains(method.getName().substring("get".length())));
    }

    @Test
    void theReadmeListsEveryExampleAndEachSaysHowItRuns() {
        List<String> listed = Documents.rows(Documents.tagged(README, "examples")).stream()
                .map(row -> Documents.codes(row.get(0)).get(0))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(examples());
        assertThat(listed).allSatisfy(example -> assertThat(
                        Documents.read("camel-callrail-examples/" + example + "/README.adoc"))
                .containsPattern("mvn -q -P (example|quickstart) -pl :camel-callrail-(example-)?" + example + " -am"));
    }

    /** The modules of the examples, but for what starts them. */
    private static List<String> examples() {
        return Pattern.compile("<module>(.*)</module>")
                .matcher(Documents.read("camel-callrail-examples/pom.xml"))
                .results()
                .map(module -> module.group(1))
                .filter(module -> !module.equals("launcher"))
                .toList();
    }

    /** Option to default, in the table of three columns of a page. */
    private static Map<String, String> tableOf(String page) {
        return Documents.rows(Documents.read("docs/modules/ROOT/pages/" + page + ".adoc")).stream()
                .filter(row -> row.size() == 3)
                .collect(Collectors.toMap(row -> Documents.codes(row.get(0)).get(0), row -> row.get(2)));
    }

    private void bindDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:readme");
        context.getRegistry().bind("dataSource", database);
    }

    private void load(String name, String text) throws Exception {
        Resource resource = ResourceHelper.fromString(name, text);
        PluginHelper.getRoutesLoader(context).loadRoutes(resource);
    }

    private static String unindented(String code) {
        return code.lines().map(String::trim).reduce("", (text, line) -> text + line + "\n");
    }
}
