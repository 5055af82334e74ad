package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegrationWritesTest {

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION =
            CallRailSandboxExtension.of(CallRailSandbox.builder().empty().quota(Quota.of(50, 100)));

    private static final String CONFIG =
            "{\"post_call_webhook\":[\"https://hooks.example.com/post?x=1\",\"http://localhost:9/a\"]}";

    private CallRailSandbox sandbox;
    private Client client;
    private String company;

    @BeforeEach
    void client() {
        sandbox = EXTENSION.sandbox();
        client = new Client(sandbox);
        company = sandbox.data().ids("companies").get(0);
    }

    private Client.Reply create(String type, String config) {
        return client.write(
                "POST",
                "integrations.json",
                "{\"company_id\":\"" + company + "\",\"type\":\"" + type + "\",\"config\":" + config + "}");
    }

    private String created() {
        return create("Webhooks", CONFIG).json().path("id").asText();
    }

    private Client.Reply put(String id, String body) {
        return client.write("PUT", "integrations/" + id + ".json", body);
    }

    private Map<String, Object> stored() {
        return sandbox.data().rows("integrations").get(0);
    }

    @Test
    void createsWithAKeyThatTheListAnswersOnRequestOnly() {
        Client.Reply reply = create("Webhooks", CONFIG);

        assertThat(reply.status()).isEqualTo(201);
        JsonNode created = reply.json();
        assertThat(created.fieldNames()).toIterable().containsExactly("id", "type", "state", "config", "signing_key");
        assertThat(created.path("state").asText()).isEqualTo("active");
        assertThat(created.path("config").toString()).isEqualTo(CONFIG);
        assertThat(created.path("signing_key").asText())
                .matches("[0-9a-f]{32}")
                .isEqualTo(sandbox.webhooks().signingKey(company));
        String single = "integrations/" + created.path("id").asText() + ".json";
        assertThat(client.get(single).json().has("signing_key")).isFalse();
        assertThat(client.get(single, "fields", "signing_key")
                        .json()
                        .path("signing_key")
                        .asText())
                .isEqualTo(created.path("signing_key").asText());
        assertThat(client.get("integrations.json", "company_id", company).each("integrations", "id"))
                .containsExactly(created.path("id").asText());
    }

    @Test
    void aCompanyHasOneOfEachType() {
        created();
        assertThat(create("Webhooks", CONFIG).status()).isEqualTo(400);
        JsonNode custom = create("Custom", "{\"grab_cookies\":[\"visitor\"]}").json();
        assertThat(custom.has("signing_key")).isFalse();
        assertThat(custom.path("type").asText()).isEqualTo("Custom");
        assertThat(create("Custom", "{}").status()).isEqualTo(400);
        assertThatThrownBy(() -> sandbox.data().add("integrations", Map.of("type", "Webhooks", "company_id", company)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(sandbox.data().ids("integrations")).hasSize(2);
    }

    @Test
    void keysDifferByCompanyAndDependOnTheSeed() {
        created();
        company = sandbox.data().ids("companies").get(1);
        created();
        List<Object> keys = sandbox.data().rows("integrations").stream()
                .map(integration -> integration.get("signing_key"))
                .toList();
        assertThat(keys).doesNotHaveDuplicates().hasSize(2);
        sandbox.reset();
        company = sandbox.data().ids("companies").get(0);
        created();
        assertThat(stored()).containsEntry("signing_key", keys.get(0));
    }

    @Test
    void anEditReplacesTheWholeConfiguration() {
        String id = created();
        String other = "{\"sms_sent_webhook\":[\"https://hooks.example.com/sent\"]}";

        Client.Reply reply = put(id, "{\"config\":" + other + "}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("config").toString()).isEqualTo(other);
        assertThat(reply.json().has("signing_key")).isFalse();
        assertThat(stored())
                .containsEntry("config", Map.of("sms_sent_webhook", List.of("https://hooks.example.com/sent")));
        assertThat(put(id, "{\"state\":\"disabled\"}").json().path("config").toString())
                .isEqualTo(other);
        assertThat(stored()).containsEntry("state", "disabled");
    }

    @Test
    void aDeletionDisables() {
        String id = created();
        Client.Reply reply = client.write("DELETE", "integrations/" + id + ".json", "");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(stored()).containsEntry("state", "disabled").containsKey("signing_key");
        assertThat(put(id, "{\"state\":\"active\"}").status()).isEqualTo(200);
        assertThat(stored()).containsEntry("state", "active");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Webhooks\",\"config\":{}}                       | 400 | company_id is required",
                "{\"company_id\":\"{company}\",\"config\":{}}                | 400 | type is required",
                "{\"company_id\":\"{company}\",\"type\":\"Webhooks\"}        | 400 | config is required",
                "{\"company_id\":\"COM1\",\"type\":\"Webhooks\",\"config\":{}} | 404 | Not found",
                "{\"company_id\":\"{company}\",\"type\":\"Slack\",\"config\":{}} | 422 | {\"type\":[\"is not included in the list\"]}",
                "{\"company_id\":\"{company}\",\"type\":\"Webhooks\",\"config\":[]} | 422 | must be an object",
                "{\"company_id\":\"{company}\",\"type\":\"Webhooks\",\"config\":{\"calls\":[]}} | 422 | calls is not included",
                "{\"company_id\":\"{company}\",\"type\":\"Webhooks\",\"config\":{\"pre_call_webhook\":\"http://a.example.com\"}} | 422 | is invalid",
                "{\"company_id\":\"{company}\",\"type\":\"Webhooks\",\"config\":{\"pre_call_webhook\":[\"nowhere\"]}} | 422 | is invalid",
                "{\"company_id\":\"{company}\",\"type\":\"Custom\",\"config\":{\"grab_cookies\":[1]}} | 422 | is invalid",
                "[]  | 400 | not one JSON object",
                "''  | 400 | The body is empty",
            })
    void rejectsWrongBodies(String body, int status, String message) {
        Client.Reply reply = client.write("POST", "integrations.json", body.replace("{company}", company));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).contains(status == 422 ? "\"errors\"" : "\"error\"");
        assertThat(reply.json().toString().replace("\\\"", "\"")).contains(message);
        assertThat(sandbox.data().ids("integrations")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                       | 400",
                "{\"type\":\"Custom\"}    | 400",
                "{\"state\":\"pending\"}  | 422",
                "{\"config\":null}        | 422",
                "{\"config\":{\"x\":[]}}  | 422",
            })
    void rejectsWrongEdits(String body, int status) {
        String id = created();
        Map<String, Object> before = stored();
        assertThat(put(id, body).status()).isEqualTo(status);
        assertThat(put("1", "{\"state\":\"active\"}").status()).isEqualTo(404);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void onlyIntegrationsCanBeWritten() {
        assertThat(client.write("POST", "calls.json", "{}").status()).isEqualTo(405);
        assertThat(client.write("PUT", "integrations.json", "{}").status()).isEqualTo(405);
        assertThat(client.write("POST", "integrations/1.json", "{}").status()).isEqualTo(405);
        assertThat(client.write("PATCH", "integrations/1.json", "{}").status()).isEqualTo(405);
        assertThat(client.sendBody("POST", "/v3/a/" + sandbox.accountId() + "/integrations.json", CONFIG)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theJournalHasTheBodiesAndTheQuotaCountsThem() {
        String id = created();
        put(id, "{\"state\":\"disabled\"}");
        assertThat(sandbox.journal().requests("integrations"))
                .extracting(RecordedRequest::method, RecordedRequest::status)
                .containsExactly(tuple("POST", 201));
        assertThat(sandbox.journal().requests("object:integrations"))
                .extracting(RecordedRequest::body)
                .containsExactly("{\"state\":\"disabled\"}");
        sandbox.useQuota(sandbox.accountId(), 48);
        assertThat(put(id, "{\"state\":\"active\"}").status()).isEqualTo(429);
        assertThat(stored()).containsEntry("state", "disabled");
    }

    @Test
    void anAccountMayRefuseWrites() {
        String id = created();
        sandbox.faults().refuseWrites();
        assertThat(put(id, "{\"state\":\"disabled\"}").status()).isEqualTo(403);
        assertThat(create("Custom", "{}").error()).contains("do not have permission");
        assertThat(client.get("integrations/" + id + ".json").status()).isEqualTo(200);
        assertThat(sandbox.data().rows("integrations")).hasSize(1);
        assertThat(stored()).containsEntry("state", "active");
        sandbox.faults().clear();
        assertThat(put(id, "{\"state\":\"disabled\"}").status()).isEqualTo(200);
    }

    @Test
    void anotherClientWritesFirst() {
        String id = created();
        String url = "http://localhost:9/other";
        sandbox.faults().beforeWrite(2, () -> sandbox.webhooks().register("pre-call", url));

        put(id, "{\"state\":\"active\"}");
        assertThat(stored().get("config")).asString().contains(url);
        put(id, "{\"config\":" + CONFIG + "}");
        assertThat(stored().get("config")).asString().doesNotContain(url);
    }
}
