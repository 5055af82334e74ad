package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.webhook.EventKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas in the jar are those of the catalogue, and all that the sandbox gives is as they say. */
class SchemasTest extends SandboxTest {

    private static final String PACKAGED = "META-INF/io/github/camelcallrail/schemas/";
    private static final Path DIRECTORY = Path.of("src/generated/resources", PACKAGED);
    private static final String RENEW =
            "mvn test -pl :camel-callrail -am -Dtest=SchemasTest#itIsMadeFromTheCatalogue -Dschemas.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Report> reports() {
        return ReportSchema.described();
    }

    @BeforeEach
    void fill() {
        calls(60);
        for (Report report : ReportCatalogue.all()) {
            if (report.paged() && sandbox.data().ids(report.name()).isEmpty()) {
                sandbox.data().generate(report.name(), 40, NOW.minusSeconds(600_000), NOW.minusSeconds(60));
            }
            if (needsCompany(report)) {
                sandbox.data().ids(report.name()).forEach(id -> sandbox.data()
                        .edit(report.name(), id, Map.of("company_id", company())));
            }
        }
    }

    static Stream<Arguments> schemas() {
        return Stream.concat(
                reports().map(report -> arguments(ReportSchema.name(report), ReportSchema.text(report))),
                Stream.of(EventKind.values()).map(kind -> arguments(EventSchema.name(kind), EventSchema.text(kind))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void itIsMadeFromTheCatalogue(String name, String schema) throws IOException {
        if (Boolean.getBoolean("schemas.write")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(DIRECTORY.resolve(name + ".json"), schema);
            return;
        }
        assertThat(packaged(name))
                .as("the schema is stale; renew it with: " + RENEW)
                .isEqualTo(schema);
    }

    @Test
    void thereIsOneForEachReportAndEventAndForSingleRecordsWithMoreFields() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            schemas().map(schema -> schema.get()[0] + ".json").toList())
                    .hasSize(25 + 12)
                    .contains(
                            "page-views.json",
                            "calls-single.json",
                            "message-flows-single.json",
                            "event-post-call.json");
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void whatTheSandboxGivesIsAsItSays(Report report) throws IOException {
        JsonSchema schema = schema(report);
        for (String options : variants(report)) {
            List<CallRailRecord> records = records(report, options);
            assertThat(records).as(report + " " + options).isNotEmpty();
            assertThat(records).allSatisfy(record -> assertThat(problems(schema, json(record)))
                    .as(report + " " + options)
                    .isEmpty());
        }
    }

    /** By what was asked for, so that the schema has no field more and, but for what CallRail adds, none less. */
    @ParameterizedTest
    @MethodSource("reports")
    void itsFieldsAreThoseOfARecordThatIsAskedForNothingSpecial(Report report) throws IOException {
        List<String> fields = new ArrayList<>();
        JSON.readTree(packaged(ReportSchema.name(report)))
                .get("properties")
                .fieldNames()
                .forEachRemaining(fields::add);
        CallRailRecord record = records(report, grouped(report)).get(0);

        assertThat(record.keySet()).containsAll(fields);
        assertThat(fields).doesNotContain("signing_key");
        assertThat(report.fields().nonSecretNames()).isSubsetOf(fields);
    }

    /** Its summary is a list, unlike that of a call in the list. */
    @Test
    void everySingleCallIsAsItSays() throws IOException {
        Report form = ReportCatalogue.of("calls").single().orElseThrow();
        JsonSchema schema = schema(form);
        List<JsonNode> calls = sandbox.data().ids("calls").stream()
                .map(id -> requested("callrail:calls?operation=get&accountId=" + account() + "&id=" + id, Map.of())
                        .getMessage()
                        .getBody(JsonNode.class))
                .toList();

        assertThat(calls).allSatisfy(call -> assertThat(problems(schema, call)).isEmpty());
        assertThat(calls).anySatisfy(call -> assertThat(call.get("call_summary").isArray())
                .isTrue());
        assertThat(calls).anySatisfy(call -> assertThat(
                        call.get("conversational_transcript").isNull())
                .isFalse());
    }

    @Test
    void otherTypesAreRefused() throws IOException {
        Report calls = ReportCatalogue.of("calls");
        JsonSchema schema = schema(calls);
        ObjectNode call = (ObjectNode) json(records(calls, "").get(0));
        assertThat(problems(schema, call)).isEmpty();

        assertThat(problems(schema, call.deepCopy().put("prior_calls", "2"))).isNotEmpty();
        assertThat(problems(schema, call.deepCopy().put("answered", "true"))).isNotEmpty();
        assertThat(problems(schema, call.deepCopy().put("start_time", "yesterday")))
                .isNotEmpty();
        assertThat(problems(schema, call.deepCopy().put("milestones", "none"))).isNotEmpty();
        assertThat(problems(schema, call.deepCopy().put("waveforms", "none"))).isNotEmpty();
        assertThat(problems(schema, call.deepCopy().put("value", true))).isNotEmpty();
        assertThat(problems(schema, call.deepCopy().putNull("id"))).isNotEmpty();
        assertThat(problems(schema, call.deepCopy().without("start_time"))).isNotEmpty();

        assertThat(problems(schema, call.deepCopy().putNull("prior_calls"))).isEmpty();
        assertThat(problems(schema, call.deepCopy().put("of_tomorrow", 1))).isEmpty();
    }

    /** As the page on tables says. */
    @Test
    void aRouteReachesIt() throws Exception {
        String page = Documents.read("docs/modules/ROOT/pages/create-a-table.adoc");
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString(
                        "page.yaml", Documents.blocks(page, "yaml").get(0)));
        context.start();

        assertThat(context.createProducerTemplate().requestBody("direct:schema", null, String.class))
                .isEqualTo(packaged("calls"));
    }

    private static List<String> variants(Report report) {
        if (report.paged() || ReportSchema.isSingle(report)) {
            return List.of("", "fields=default", "fields=" + report.keyFields().get(0));
        }
        return report.label().filter("key"::equals).isPresent()
                ? List.of("", "fields=default", "groupBy=source", "groupBy=company")
                : List.of("", "fields=default", "interval=week", "interval=hour&daysBack=1");
    }

    private static String grouped(Report report) {
        return report.label().filter("key"::equals).isPresent() ? "groupBy=source" : "";
    }

    private List<CallRailRecord> records(Report report, String options) {
        List<String> all = new ArrayList<>();
        if (report.ofAccount()) {
            all.add("accountId=" + account());
        }
        if (report.ofObject()) {
            all.add("id=" + object(report));
        }
        if (needsCompany(report)) {
            all.add("companyId=" + company());
        }
        if (report.precision().isPresent()) {
            all.add("timeZone=America/New_York");
        }
        if (!options.isEmpty()) {
            all.add(options);
        }
        if (ReportSchema.isSingle(report)) {
            String uri = "callrail:" + report + "?operation=get&" + String.join("&", all);
            return List.of(requested(uri, Map.of()).getMessage().getBody(CallRailRecord.class));
        }
        return records("callrail:" + report + "?" + String.join("&", all));
    }

    /** The id of an object that the report has records of. */
    private String object(Report report) {
        String parents =
                switch (report.name()) {
                    case "page-views" -> "calls";
                    case "messages" -> "conversations";
                    case "thread-messages" -> "sms-threads";
                    case "lead-timeline" -> "leads";
                    default -> report.name();
                };
        String id = sandbox.data().ids(parents).get(0);
        if (report.name().equals("page-views")) {
            // Calls of other trackers have none.
            String tracker = sandbox.data().add("trackers", Map.of("type", "session"));
            sandbox.data().edit("calls", id, Map.of("tracker_id", tracker));
        }
        if (!ReportSchema.isSingle(report)
                && sandbox.data().children(report.name(), id).isEmpty()) {
            sandbox.data().addChild(report.name(), id, Map.of());
        }
        return id;
    }

    private static boolean needsCompany(Report report) {
        return report.parameter("companyId").filter(Parameter::required).isPresent();
    }

    private static JsonSchema schema(Report report) throws IOException {
        return schema(ReportSchema.name(report));
    }

    static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(packaged(name));
    }

    static Set<ValidationMessage> problems(JsonSchema schema, JsonNode record) {
        return schema.validate(
                record, validation -> validation.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    static JsonNode json(CallRailRecord record) {
        return CallRailRecordConverter.toJsonNode(record);
    }

    private static String packaged(String name) throws IOException {
        try (var stream = SchemasTest.class.getClassLoader().getResourceAsStream(PACKAGED + name + ".json")) {
            assertThat(stream)
                    .as("no schema of " + name + "; renew with: " + RENEW)
                    .isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
