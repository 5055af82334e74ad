package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Processor;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The routes without personal data, of the pages security and recipes, deliver none: neither a field of it nor a value.
 */
class WithoutPeopleTest {

    /** Documented fields of calls that say nothing of a person; all others do, or may. */
    private static final Set<String> IMPERSONAL = Set.of(
            "id",
            "answered",
            "call_type",
            "campaign",
            "company_id",
            "company_name",
            "company_time_zone",
            "created_at",
            "device_type",
            "direction",
            "duration",
            "first_call",
            "formatted_call_type",
            "formatted_duration",
            "formatted_tracking_source",
            "lead_status",
            "medium",
            "source",
            "source_name",
            "start_time",
            "tracker_id",
            "voicemail");

    private static final Map<String, Object> PERSON = Map.ofEntries(
            Map.entry("customer_name", "Ada Example"),
            Map.entry("customer_phone_number", "+15125550142"),
            Map.entry("customer_city", "Exampleville"),
            Map.entry("customer_state", "ZZ"),
            Map.entry("person_id", "PER8154748ae6bd4e278a7cddd38a662f4f"),
            Map.entry("note", "a note of hers"),
            Map.entry("recording", "https://example.com/recording"),
            Map.entry("recording_player", "https://example.com/player"),
            Map.entry("transcription", "what she said"),
            Map.entry("call_highlights", List.of("what was striking")),
            Map.entry("keypad_entries", List.of(Map.of("name", "Keyed", "value", "4711"))),
            Map.entry("keywords_spotted", List.of(Map.of("keyword", "a word of hers"))),
            Map.entry("custom", Map.of("cookie", "a cookie of hers")),
            Map.entry("lead_explanation", "an explanation of her"),
            Map.entry("timeline_url", "https://example.com/timeline"),
            Map.entry("agent_email", "agent@example.com"));

    @ParameterizedTest
    @ValueSource(strings = {"security", "recipes"})
    void nothingOfAPersonIsDelivered(String page) throws Exception {
        List<CallRailRecord> delivered = new ArrayList<>();
        List<CallRailRecord> whole;
        try (DocumentedSandbox context = new DocumentedSandbox()) {
            context.leavePollsToTheTest();
            context.sandbox().data().add("calls", withPerson());
            Processor take = exchange ->
                    delivered.add((CallRailRecord) exchange.getMessage().getBody());
            context.getRegistry().bind("take", take);
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("route.yaml", route(page)));
            context.start();
            context.getRoutes().forEach(route -> context.poll(route.getRouteId()));
            whole = new ArrayList<>(context.createProducerTemplate()
                    .requestBody("callrail:calls", (Object) null, CallRailRecords.class));
        }

        assertThat(delivered).hasSameSizeAs(whole).hasSizeGreaterThan(50);
        Set<String> texts = new LinkedHashSet<>();
        delivered.forEach(record -> {
            assertThat(IMPERSONAL).containsAll(record.keySet());
            record.values().forEach(value -> texts.add(String.valueOf(value)));
        });
        for (CallRailRecord record : whole) {
            personal(record).forEach(value -> assertThat(texts).doesNotContain(value));
        }
        assertThat(whole).anySatisfy(record -> assertThat(record.keySet()).containsAll(PERSON.keySet()));
        PERSON.values().forEach(value -> assertThat(texts).noneMatch(text -> text.contains(String.valueOf(value))));
    }

    @Test
    void everyFieldThatIsImpersonalIsDocumented() {
        assertThat(ReportCatalogue.of("calls").fields().nonSecretNames()).containsAll(IMPERSONAL);
    }

    private static Map<String, Object> withPerson() {
        Map<String, Object> call = new HashMap<>(PERSON);
        call.put("start_time", "2026-03-15T11:00:00-04:00");
        return call;
    }

    /** Values of names, numbers and addresses, as texts; those that say yes, no or how many are everywhere. */
    private static Stream<String> personal(CallRailRecord record) {
        return record.entrySet().stream()
                .filter(field -> !IMPERSONAL.contains(field.getKey()))
                .filter(field ->
                        field.getKey().matches(".*(name|number|email|city|person|url|recording|note|location).*"))
                .map(field -> String.valueOf(field.getValue()))
                .filter(text -> text.length() > 4 && !text.equals("false"));
    }

    /** The block of YAML that has this, with another end: it hands the records to the test. */
    private static String route(String page) {
        return Project.page(page).blocks("yaml").stream()
                .map(CodeBlock::text)
                .filter(text -> text.contains("id: without-people") || text.contains("id: anonymous-calls"))
                .map(text -> text.replaceFirst(
                                "(?s)\\n {6}steps:.*", "\n      steps:\n        - process:\n            ref: take\n")
                        .replaceAll("\\n {8}(incremental|stateDirectory): .*", ""))
                .findFirst()
                .orElseThrow();
    }
}
