package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
        "calls.json,spam,200",
        "calls.json,'',200",
        "form_submissions.json,utm_term,400",
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
                .isEqualTo(19);
        assertThat(firstRow(SandboxEndpoints.of("leads"), "fields", "phone,id").fieldNames())
                .toIterable()
                .containsExactly("phone", "id");
    }

    @Test
    void carriesTheOddShapesOfTheService() {
        List<JsonNode> calls = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            client.get("calls.json?per_page=250&start_date=" + day(120) + "&page=" + page
                            + "&fields=tags,value,call_type")
                    .json()
                    .path("calls")
                    .forEach(calls::add);
        }
        assertThat(calls).anyMatch(call -> call.path("recording_duration").isTextual());
        assertThat(calls).anyMatch(call -> call.path("recording_duration").isInt());
        assertThat(calls).anyMatch(call -> call.path("value").isTextual());
        assertThat(calls).anyMatch(call -> call.path("value").isInt());
        assertThat(calls).anyMatch(call -> call.path("value").isNull());
        assertThat(calls).anyMatch(call -> call.path("tags").path(0).isTextual());
        assertThat(calls).anyMatch(call -> call.path("tags").path(0).isObject());
        assertThat(calls).anyMatch(call -> call.path("call_type").asText().equals("abandonded"));
    }

    private static String day(int ago) {
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
