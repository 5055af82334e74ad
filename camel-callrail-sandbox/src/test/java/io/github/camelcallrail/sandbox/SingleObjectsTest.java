package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SingleObjectsTest {

    private static final List<String> MESSAGES =
            List.of("page", "per_page", "total_pages", "total_records", "messages");

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION =
            CallRailSandboxExtension.of(CallRailSandbox.builder().accounts(2).forbid("object:users"));

    private CallRailSandbox sandbox;
    private Client client;

    @BeforeEach
    void client() {
        sandbox = EXTENSION.sandbox();
        client = new Client(sandbox);
    }

    static Stream<SandboxObject> objects() {
        return SandboxEndpoints.objects().stream()
                .filter(object -> !object.report().equals("users"));
    }

    private Client.Reply get(SandboxObject object, String id, String... parameters) {
        String path = object.path().replace("{account}", sandbox.accountId()).replace("{id}", id);
        return client.absolute("/v3" + path + Client.query(parameters));
    }

    private String firstId(SandboxObject object) {
        return sandbox.data().ids(object.report()).get(0);
    }

    private static boolean hasMessages(SandboxObject object) {
        return object.report().equals("conversations") || object.report().equals("sms-threads");
    }

    @Test
    void thereAreFourteenFamilies() {
        assertThat(SandboxEndpoints.objects())
                .extracting(SandboxObject::report)
                .containsExactlyInAnyOrder(
                        "calls",
                        "form-submissions",
                        "companies",
                        "users",
                        "trackers",
                        "tags",
                        "accounts",
                        "caller-ids",
                        "summary-emails",
                        "integrations",
                        "integration-filters",
                        "message-flows",
                        "conversations",
                        "sms-threads");
        assertThat(SandboxEndpoints.all()).hasSize(19);
        assertThatThrownBy(() -> SandboxEndpoints.object("leads")).hasMessageContaining("There are: calls");
    }

    @ParameterizedTest
    @MethodSource("objects")
    void answersTheDefaultFieldsOfTheRecord(SandboxObject object) {
        JsonNode answer = get(object, firstId(object)).json();
        List<String> expected = new ArrayList<>(object.defaultFields());
        expected.addAll(hasMessages(object) ? MESSAGES : List.of());
        assertThat(answer.fieldNames()).toIterable().containsExactlyElementsOf(expected);
        assertThat(answer.path("id").asText()).isEqualTo(firstId(object));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void answersEveryFieldWhenAsked(SandboxObject object) {
        Set<String> expected = new LinkedHashSet<>(object.defaultFields());
        expected.addAll(object.requestableFields());
        expected.addAll(hasMessages(object) ? MESSAGES : List.of());
        JsonNode answer = get(object, firstId(object), "fields", String.join(",", object.requestableFields()))
                .json();
        assertThat(answer.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void rejectsFieldsItDoesNotHave(SandboxObject object) {
        boolean looks = object.fieldRule() != SandboxEndpoint.FieldRule.NONE;
        List<String> names = new ArrayList<>(object.absentFields());
        names.add("unknown");
        assertThat(names).allSatisfy(name -> assertThat(
                        get(object, firstId(object), "fields", name).status())
                .isEqualTo(looks ? 400 : 200));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void knowsTheFieldsOfTheListExceptThoseItSaysAreAbsent(SandboxObject object) {
        SandboxEndpoint list = SandboxEndpoints.of(object.report());
        List<String> known = new ArrayList<>(list.defaultFields());
        known.addAll(list.requestableFields());
        known.removeAll(object.absentFields());
        assertThat(known).allMatch(object::accepts);
        assertThat(object.absentFields()).noneMatch(object::accepts).allMatch(list::accepts);
        assertThat(object.source()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("objects")
    void anIdOfNothingOrOfAnotherAccountIsNotFound(SandboxObject object) {
        String other = sandbox.accountIds().get(1);
        List<String> ids = new ArrayList<>(List.of("nothing", "0"));
        // Both accounts are visible to the key, and their tags and other numbered objects have the same ids.
        sandbox.data().ids(other, object.report(), record -> true).stream()
                .filter(id -> !sandbox.data().ids(object.report()).contains(id))
                .limit(1)
                .forEach(ids::add);
        assertThat(ids).allSatisfy(id -> {
            Client.Reply reply = get(object, id);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.body()).isEqualTo("{\"error\":\"Not found\"}");
        });
    }

    @Test
    void anIdOfAnotherAccountIsNotFound() {
        String call = sandbox.data()
                .ids(sandbox.accountIds().get(1), "calls", record -> true)
                .get(0);
        assertThat(client.get("calls/" + call + ".json").status()).isEqualTo(404);
        assertThat(client.absolute("/v3/a/" + sandbox.accountIds().get(1) + "/calls/" + call + ".json")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCallMarkedAsSpamIsNotFound() {
        String call = sandbox.data().ids("calls").get(0);
        assertThat(client.get("calls/" + call + ".json").status()).isEqualTo(200);
        sandbox.data().edit("calls", call, Map.of("spam", true));
        assertThat(client.get("calls/" + call + ".json").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "calls/{id}.json,200",
        "calls/{id},404",
        "calls/{id}?format=json,200",
        "calls/{id}.json?fields=conversational_transcript,200",
        "calls/{id}.json?fields=integration_data,200",
        "calls/{id}.json?fields=lead_score_explanation,400",
        "calls/{id}.json?fields=tracker,400",
        "calls/{id}.json?fields=spam,200",
        "calls.json?fields=conversational_transcript,400",
        "calls/summary.json,200",
        "calls/{id}/nothing.json,404",
        "leads/{id}.json,404",
        "notifications/{id}.json,404",
        "users/{id}.json,403",
        "users.json,200",
    })
    void answersPathsWithTheRightStatus(String path, int status) {
        String id = sandbox.data().ids("calls").get(0);
        assertThat(client.get(path.replace("{id}", id)).status()).isEqualTo(status);
    }

    @Test
    void aSingleCallHasWhatTheListHasNot() {
        String call = sandbox.data()
                .ids("calls", record -> record.get("call_summary") != null)
                .get(0);
        JsonNode answer = client.get("calls/" + call + ".json", "fields", "call_summary,conversational_transcript")
                .json();
        assertThat(answer.path("call_summary").isArray()).isTrue();
        assertThat(answer.path("call_summary").path(0).asText())
                .isEqualTo(sandbox.data().record("calls", call).get("call_summary"));
        JsonNode first = answer.path("conversational_transcript").path(0);
        assertThat(first.fieldNames()).toIterable().containsExactly("speaker", "phrase", "start");
        assertThat(first.path("start").isNumber()).isTrue();

        sandbox.data().edit("calls", call, Map.of("conversational_transcript", List.of()));
        assertThat(client.get("calls/" + call + ".json", "fields", "conversational_transcript")
                        .json()
                        .path("conversational_transcript"))
                .isEmpty();
    }

    @Test
    void aMessageFlowHasSteps() {
        String flow = sandbox.data().ids("message-flows").get(0);
        JsonNode answer = client.get("message-flows/" + flow + ".json").json();
        JsonNode initial =
                answer.path("steps").path(answer.path("initial_step_id").asText());
        assertThat(initial.path("type").asText()).isEqualTo("schedule");
        assertThat(answer.path("steps").has(initial.path("next_step_id").asText()))
                .isTrue();
        assertThat(client.get("message-flows.json")
                        .json()
                        .path("message-flows")
                        .path(0)
                        .has("steps"))
                .isFalse();
        sandbox.data().edit("message-flows", flow, Map.of("steps", Map.of()));
        assertThat(client.get("message-flows/" + flow + ".json")
                        .json()
                        .path("steps")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"calls, calls.json?date_range=all_time", "tags, tags.json", "conversations, text-messages.json"})
    void writesValuesAsTheListDoes(String report, String list) {
        String range = report.equals("tags") ? "" : "?start_date=" + FieldsTest.day(100);
        JsonNode listed = client.get(list.replaceFirst("\\?.*", "") + range)
                .json()
                .path(SandboxEndpoints.of(report).arrayKey())
                .path(0);
        SandboxObject object = SandboxEndpoints.object(report);
        JsonNode single = get(object, listed.path("id").asText()).json();
        assertThat(object.defaultFields())
                .allSatisfy(name -> assertThat(single.path(name)).isEqualTo(listed.path(name)));
    }

    @Test
    void faultsAndJournalTellSingleObjectsFromTheList() {
        String call = sandbox.data().ids("calls").get(0);
        sandbox.faults().onRequest("object:calls", 2, Fault.status(500, ""));
        sandbox.faults().refuseField("object:calls", "note");
        List<Integer> statuses = Stream.of("calls.json", "calls/" + call + ".json", "calls/" + call + ".json")
                .map(path -> client.get(path).status())
                .toList();
        assertThat(statuses).containsExactly(200, 200, 500);
        assertThat(client.get("calls/" + call + ".json", "fields", "note").status())
                .isEqualTo(400);
        assertThat(client.get("calls.json", "fields", "note").status()).isEqualTo(200);
        assertThat(sandbox.journal().requests("calls")).hasSize(2);
        assertThat(sandbox.journal().requests("object:calls")).hasSize(3).allMatch(request -> request.report()
                .equals("object:calls"));
        assertThatThrownBy(() -> sandbox.faults().always("object:leads", Fault.garbage()))
                .hasMessageContaining("object:calls")
                .hasMessageContaining("object:sms-threads");
    }

    @Test
    void versionTwoKnowsThemByNumber() {
        String call = sandbox.data().ids("calls").get(0);
        String base = "/v2/a/" + Ids.numeric(sandbox.accountId());
        JsonNode answer = client.absolute(base + "/calls/" + Ids.numeric(call) + ".json?fields=company_id")
                .json();
        assertThat(answer.path("id").asLong()).isEqualTo(Ids.numeric(call));
        assertThat(answer.path("company_id").isIntegralNumber()).isTrue();
        assertThat(client.absolute(base + ".json").json().path("id").asLong())
                .isEqualTo(Ids.numeric(sandbox.accountId()));
        String flow = sandbox.data().ids("message-flows").get(0);
        assertThat(client.absolute(base + "/message-flows/" + flow + ".json").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown-fields, future_text, '\"nobody knows this field\"'",
        "numbers-as-text, duration, '\"61\"'",
        "empty-text-for-null, note, '\"\"'",
        "requested-fields-missing, note, ''",
        "times-in-utc, start_time, '\"2026-03-05T09:07:03.000Z\"'",
    })
    void differsAsTheRecordsOfTheListDo(String behavior, String field, String value) {
        String call = sandbox.data()
                .add("calls", Fields.of("start_time", "2026-03-05T09:07:03Z", "duration", 61, "note", null));
        sandbox.contrary(Set.of(ContraryBehavior.of(behavior)));
        JsonNode answer =
                client.get("calls/" + call + ".json", "fields", "note").json();
        assertThat(answer.has(field) ? answer.path(field).toString() : "").isEqualTo(value);
    }

    @Test
    void theTableNamesEachFieldOnce() {
        assertThat(SandboxEndpoints.objects()).allSatisfy(object -> assertThat(
                        Arrays.asList(object.defaultFields(), object.requestableFields(), object.acceptedFields())
                                .stream()
                                .flatMap(List::stream)
                                .toList())
                .doesNotHaveDuplicates());
    }
}
