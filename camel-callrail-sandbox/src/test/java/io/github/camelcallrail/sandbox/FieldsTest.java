package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FieldsTest {

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION = new CallRailSandboxExtension();

    private CallRailSandbox sandbox;
    private Client client;

    @BeforeEach
    void client() {
        sandbox = EXTENSION.sandbox();
        client = new Client(sandbox);
    }

    static Stream<SandboxEndpoint> lists() {
        return SandboxEndpoints.all().stream().filter(SandboxEndpoint::paged);
    }

    private JsonNode firstRow(SandboxEndpoint endpoint, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        for (String name : endpoint.requiredParameters()) {
            all.addAll(List.of(name, sandbox.data().ids("companies").get(0)));
        }
        Client.Reply reply = client.absolute("/v3" + endpoint.path().replace("{account}", sandbox.accountId())
                + Client.query(all.toArray(String[]::new)));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path(endpoint.arrayKey()).path(0);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void answersTheDefaultFieldsUnasked(SandboxEndpoint endpoint) {
        List<String> expected = new ArrayList<>(endpoint.defaultFields());
        expected.addAll(endpoint.unaskedFields());
        assertThat(firstRow(endpoint).fieldNames()).toIterable().containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void answersEveryDocumentedFieldWhenAsked(SandboxEndpoint endpoint) {
        List<String> all = new ArrayList<>(endpoint.defaultFields());
        all.addAll(endpoint.requestableFields());
        List<String> missing = new ArrayList<>(all);
        firstRow(endpoint, "fields", String.join(",", all)).fieldNames().forEachRemaining(missing::remove);
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "calls.json,unknown,400",
        "calls.json,'id,start_time,gclid',200",
        "calls.json,'gclid,unknown',400",
        "calls.json,integration_data,400",
        "calls.json,conversational_transcript,400",
        "calls.json,lead_score_explanation,400",
        "calls.json,tracker,400",
        "calls.json,spam,200",
        "calls.json,'',200",
        "form_submissions.json,utm_term,400",
        "form_submissions.json,source_name,400",
        "form_submissions.json,referrer_domain,400",
        "form_submissions.json,utm_source,200",
        "trackers.json,company_id,400",
        "trackers.json,swap_targets,200",
        "leads.json,phone,200",
        "leads.json,note,400",
        "users.json,unknown,200",
        "tags.json,unknown,200",
    })
    void acceptsOnlyNamesItKnowsWhereItLooksAtThem(String path, String fields, int status) {
        assertThat(client.get(path, "fields", fields).status()).isEqualTo(status);
    }

    @Test
    void addsOnMostReportsAndSelectsOnLeads() {
        assertThat(firstRow(SandboxEndpoints.of("companies"), "fields", "verified_caller_ids")
                        .size())
                .isEqualTo(20);
        assertThat(firstRow(SandboxEndpoints.of("leads"), "fields", "phone,id").fieldNames())
                .toIterable()
                .containsExactly("phone", "id");
    }

    private List<JsonNode> calls(String fields) {
        List<JsonNode> calls = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            client.get("calls.json?per_page=250&start_date=" + day(120) + "&page=" + page + "&fields=" + fields)
                    .json()
                    .path("calls")
                    .forEach(calls::add);
        }
        return calls;
    }

    @Test
    void carriesTheOddShapesOfTheService() {
        List<JsonNode> calls = calls("tags,value,call_type");
        assertThat(calls).anyMatch(call -> call.path("value").isTextual());
        assertThat(calls).anyMatch(call -> call.path("value").isInt());
        assertThat(calls).anyMatch(call -> call.path("value").isNull());
        assertThat(calls).anyMatch(call -> call.path("tags").path(0).isTextual());
        assertThat(calls).anyMatch(call -> call.path("tags").path(0).isObject());
        assertThat(calls).anyMatch(call -> call.path("call_type").asText().equals("abandonded"));
    }

    @Test
    void recordingsAreMeasuredInWholeSecondsAndMayBeOneLongerThanTheCall() {
        List<JsonNode> calls = calls("");
        assertThat(calls)
                .filteredOn(call -> !call.path("recording").isNull())
                .isNotEmpty()
                .allSatisfy(call ->
                        assertThat(call.path("recording_duration").isInt()).isTrue())
                .anyMatch(call -> call.path("recording_duration").asInt()
                        == call.path("duration").asInt() + 1);
        assertThat(calls)
                .anyMatch(call -> call.path("answered").asBoolean()
                        && call.path("duration").asInt() >= 10
                        && call.path("recording").isNull());
    }

    @Test
    void callersWhoHideTheirNumberShareOneAndHaveNoNameAndNoPlace() {
        List<JsonNode> hidden = calls("formatted_customer_location,person_id").stream()
                .filter(call -> call.path("customer_phone_number").asText().equals("+1266696687"))
                .toList();
        assertThat(hidden).hasSizeGreaterThan(20).allSatisfy(call -> {
            assertThat(call.path("customer_name").asText("")).isEmpty();
            assertThat(List.of("customer_city", "customer_state", "customer_country", "formatted_customer_location"))
                    .allMatch(place -> call.path(place).isNull());
        });
        assertThat(hidden).anyMatch(call -> call.path("customer_name").isNull());
        assertThat(hidden).anyMatch(call -> call.path("customer_name").isTextual());
        assertThat(hidden.stream().map(call -> call.path("person_id").asText()).distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void namesOfCallsArePaddedToFifteenCharactersMoreOftenThanNot() {
        List<String> names = calls("formatted_customer_name").stream()
                .map(call -> call.path("customer_name").asText())
                .filter(name -> name.strip().length() > 0 && name.strip().length() < 15)
                .toList();
        assertThat(names).anyMatch(name -> name.equals(name.strip()));
        assertThat(names.stream().filter(name -> !name.equals(name.strip())))
                .hasSizeGreaterThan(names.size() / 2)
                .allMatch(name -> name.length() == 15);
    }

    @Test
    void scoresAreNumbersInTextAndComeUnasked() {
        assertThat(calls("call_summary"))
                .allSatisfy(
                        call -> assertThat(call.path("lead_score").asText("0")).matches("\\d+"))
                .anyMatch(call -> call.path("lead_score").isTextual())
                .anyMatch(call -> call.path("lead_score").isNull())
                .anyMatch(call -> call.path("lead_score").isTextual()
                        && call.path("call_summary").isNull())
                .allMatch(call -> call.has("lead_explanation") && !call.has("agent_email"));
    }

    @Test
    void recordsOfCallsAreMadeJustBeforeOrSomeSecondsAfterTheCallBegins() {
        List<Duration> delays = calls("created_at").stream()
                .map(call -> Duration.between(time(call, "start_time"), time(call, "created_at")))
                .toList();
        assertThat(delays).anyMatch(Duration::isNegative);
        // The milliseconds are truncated.
        assertThat(delays)
                .allMatch(delay ->
                        delay.compareTo(Duration.ofMillis(-1900)) >= 0 && delay.compareTo(Duration.ofSeconds(18)) <= 0);
        assertThat(delays).anyMatch(delay -> delay.compareTo(Duration.ofSeconds(15)) > 0);
    }

    @ParameterizedTest
    @CsvSource({"calls.json,calls,start_time", "text-messages.json,conversations,last_message_at"})
    void offsetsDifferWithinOneAnswerAndTheOrderIsThatOfTheInstants(String path, String list, String field) {
        List<JsonNode> records = new ArrayList<>();
        client.get(path + "?per_page=250&time_zone=Asia/Kolkata&start_date=" + day(120))
                .json()
                .path(list)
                .forEach(records::add);
        assertThat(records.stream()
                        .map(record -> record.path(field).asText().substring(23))
                        .distinct())
                .containsExactlyInAnyOrder("+05:30", "+06:30");
        assertThat(records)
                .isSortedAccordingTo(Comparator.comparing((JsonNode record) -> time(record, field))
                        .reversed());
    }

    private static Instant time(JsonNode record, String field) {
        return OffsetDateTime.parse(record.path(field).asText()).toInstant();
    }

    static String day(int ago) {
        return LocalDate.now(ZoneId.of("America/New_York")).minusDays(ago).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "accounts,created_at,\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d -0[45]00",
        "companies,created_at,.*T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z",
        "trackers,created_at,.*T\\d\\d:\\d\\d:\\d\\dZ",
        "users,created_at,.*T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}-0[45]:00",
        "calls,start_time,.*T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}-0[45]:00",
        "form-submissions,submitted_at,.*T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z",
        "conversations,last_message_at,.*T\\d\\d:\\d\\d:\\d\\d\\.\\d{3}-0[45]:00",
    })
    void writesTimesAsEachReportDoes(String report, String field, String pattern) {
        assertThat(firstRow(SandboxEndpoints.of(report)).path(field).asText()).matches(pattern);
    }
}
