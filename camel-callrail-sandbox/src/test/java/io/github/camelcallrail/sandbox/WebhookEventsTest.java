package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes send which webhooks, and to whom. */
class WebhookEventsTest {

    private static final Duration ENOUGH = Duration.ofSeconds(20);
    private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION = CallRailSandboxExtension.of(
            CallRailSandbox.builder().live(Duration.ofHours(1)).schedule((interval, changes) -> {
                live = changes;
                return () -> {};
            }));

    private static Runnable live;

    private HookReceiver receiver;
    private CallRailSandbox sandbox;
    private WebhookSender webhooks;
    private String company;

    @BeforeEach
    void start() {
        receiver = new HookReceiver();
        sandbox = EXTENSION.sandbox();
        webhooks = sandbox.webhooks();
        company = sandbox.data().ids("companies").get(0);
        for (WebhookEvent event : WebhookEvent.values()) {
            webhooks.register(event.id(), receiver.url("/" + event.id()));
        }
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private String add(Map<String, Object> call) {
        Map<String, Object> ofCompany = new HashMap<>(call);
        ofCompany.put("company_id", company);
        return sandbox.data().add("calls", ofCompany);
    }

    /** The events that have arrived, in alphabetical order. */
    private List<String> arrived() {
        assertThat(webhooks.awaitIdle(ENOUGH)).isTrue();
        return receiver.hooks().stream()
                .map(hook -> hook.path().substring(1))
                .sorted()
                .toList();
    }

    private JsonNode only(String event) {
        assertThat(arrived()).contains(event);
        return receiver.hooks("/" + event).get(0).json();
    }

    @Test
    void anInboundCallHasThree() {
        String id = add(Map.of("direction", "inbound", "duration", 70));

        assertThat(arrived()).containsExactly("post-call", "pre-call", "routing-complete");
        assertThat(receiver.hooks())
                .allSatisfy(hook ->
                        assertThat(hook.json().path("resource_id").asText()).isEqualTo(id));
    }

    @Test
    void anOutboundCallHasOne() {
        add(Map.of("direction", "outbound"));

        assertThat(arrived()).containsExactly("outbound-post-call");
    }

    @Test
    void aCallInProgressHasItsLastWhenItEnds() {
        Map<String, Object> call = new HashMap<>(Map.of("direction", "inbound"));
        call.put("answered", null);
        String id = add(call);
        assertThat(arrived()).containsExactly("pre-call", "routing-complete");
        sandbox.data().edit("calls", id, Map.of("note", "Not yet"));
        assertThat(arrived()).hasSize(2);

        sandbox.data().edit("calls", id, Map.of("duration", 12, "answered", true));

        assertThat(arrived()).containsExactly("post-call", "pre-call", "routing-complete");
    }

    @ParameterizedTest
    @CsvSource({
        "note, note",
        "tags, tags",
        "value, value",
        "transcription, transcription_text",
        "call_summary, call_summary",
        "recording_duration, recording_duration",
        "lead_score, auto_score",
        "lead_status, manual_score",
    })
    void anEditSaysWhatChanged(String field, String change) {
        String id = add(Map.of("direction", "inbound", "duration", 70));
        Object value = field.equals("tags") ? List.of("Changed") : field.equals("recording_duration") ? 123 : "changed";

        sandbox.data().edit("calls", id, Map.of(field, value, "customer_city", "Austin"));
        sandbox.data().edit("calls", id, Map.of(field, value, "customer_city", "Boston"));

        assertThat(arrived()).containsExactly("call-modified", "post-call", "pre-call", "routing-complete");
        JsonNode changes = only("call-modified").path("changes");
        assertThat(changes).extracting(JsonNode::asText).containsExactly(change);
    }

    @Test
    void severalChangesComeTogether() {
        String id = add(Map.of("direction", "outbound"));
        sandbox.data().edit("calls", id, Map.of("lead_score", "7", "note", "x", "tags", List.of("y")));
        assertThat(arrived()).containsExactly("outbound-call-modified", "outbound-post-call");
        assertThat(only("outbound-call-modified").path("changes"))
                .extracting(JsonNode::asText)
                .containsExactly("tags", "note", "auto_score");
    }

    @Test
    void aMarkAsSpamIsAChange() {
        String id = add(Map.of("direction", "inbound", "duration", 7));
        sandbox.data().edit("calls", id, Map.of("spam", true));
        JsonNode body = only("call-modified");
        assertThat(body.path("spam").asBoolean()).isTrue();
        assertThat(body.path("changes").isArray()).isTrue();
    }

    @Test
    void aFormAndMessagesHaveOneEach() {
        sandbox.data().add("form-submissions", Map.of("company_id", company));
        String conversation = sandbox.data().add("conversations", Map.of("company_id", company));
        sandbox.data().addChild("messages", conversation, Map.of("direction", "incoming"));
        sandbox.data().addChild("messages", conversation, Map.of("direction", "outgoing"));
        assertThat(arrived()).containsExactly("form-submission", "text-message-received", "text-message-sent");
        String thread = sandbox.data().add("sms-threads", Map.of("company_id", company));
        sandbox.data().addChild("thread-messages", thread, Map.of("direction", "incoming", "content", "Here"));
        assertThat(arrived()).hasSize(4);
        assertThat(receiver.hooks("/text-message-received")
                        .get(1)
                        .json()
                        .path("content")
                        .asText())
                .isEqualTo("Here");
    }

    @Test
    void changesByHttpAndLiveChangesSendThemToo() {
        Client client = new Client(sandbox);
        String id = client.sendBody(
                        "POST", "/sandbox/calls", "{\"direction\":\"inbound\",\"company_id\":\"" + company + "\"}")
                .json()
                .path("id")
                .asText();
        client.sendBody("PUT", "/sandbox/calls/" + id, "{\"note\":\"By HTTP\"}");
        assertThat(arrived()).containsExactly("call-modified", "post-call", "pre-call", "routing-complete");
        // Live changes add calls to any company.
        for (int run = 0; run < 20; run++) {
            live.run();
        }
        assertThat(arrived()).hasSizeGreaterThan(7).contains("post-call");
    }

    @Test
    void historyAndOtherChangesSendNone() {
        sandbox.data().generate("calls", 5, PAST, PAST.plusSeconds(9));
        String id = sandbox.data()
                .ids("calls", call -> company.equals(call.get("company_id")))
                .get(0);
        sandbox.data().edit("calls", id, Map.of("customer_name", "Somebody Else"));
        sandbox.data().add("tags", Map.of("company_id", company));
        sandbox.data().remove("calls", id);
        assertThat(arrived()).isEmpty();
    }

    @Test
    void otherCompaniesAndUnregisteredEventsGetNone() {
        String other = sandbox.data().ids("companies").get(1);
        sandbox.data().add("calls", Map.of("company_id", other, "direction", "inbound"));
        assertThat(arrived()).isEmpty();
        webhooks.register(other, "post_call_webhook", receiver.url("/other"));
        String id = sandbox.data().add("calls", Map.of("company_id", other, "direction", "inbound", "duration", 9));
        assertThat(arrived()).containsExactly("other");
        assertThat(webhooks.deliveries())
                .extracting(WebhookDelivery::companyId, WebhookDelivery::event, WebhookDelivery::recordId)
                .containsExactly(tuple(other, "post-call", id));
        assertThat(receiver.hooks("/other").get(0).isSignedWith(webhooks.signingKey(other)))
                .isTrue();
    }

    @Test
    void everyUrlGetsTheSameBody() {
        webhooks.register("post-call", receiver.url("/second"));
        webhooks.register("post-call", receiver.url("/second"));
        add(Map.of("direction", "inbound", "duration", 9));
        assertThat(arrived()).containsExactly("post-call", "pre-call", "routing-complete", "second");
        assertThat(receiver.hooks("/second").get(0).body())
                .isEqualTo(receiver.hooks("/post-call").get(0).body());
    }

    @ParameterizedTest
    @CsvSource({"pre-call", "call-modified", "form-submission", "text-message-received", "text-message-sent"})
    void sendsOneEventOnRequest(String event) {
        boolean form = event.startsWith("form");
        String conversation = sandbox.data()
                .ids("conversations", each -> company.equals(each.get("company_id")))
                .get(0);
        String id = event.startsWith("text")
                ? sandbox.data()
                        .children("messages", conversation)
                        .get(3)
                        .get("id")
                        .toString()
                : sandbox.data()
                        .ids(form ? "form-submissions" : "calls", each -> company.equals(each.get("company_id")))
                        .get(0);

        assertThat(webhooks.send(event, id, "note")).isEqualTo(1);

        assertThat(arrived()).containsExactly(event);
        assertThat(only(event).path("changes")).hasSize(event.equals("call-modified") ? 1 : 0);
        assertThatThrownBy(() -> webhooks.send(event, "CAL1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rejectsUnknownEventsAndOtherMachines() {
        assertThatThrownBy(() -> webhooks.register("postcall", receiver.url("/")))
                .hasMessageContaining("There are: pre-call, routing-complete");
        assertThatThrownBy(() -> webhooks.register("COM1", "post-call", receiver.url("/")))
                .hasMessageContaining("COM1");
        for (String url : Arrays.asList("https://hooks.example.com/a", "ftp://localhost/a", "localhost", "http:// a")) {
            assertThatThrownBy(() -> webhooks.register("post-call", url)).hasMessageContaining("this machine only");
        }
        for (String url : List.of("https://localhost/a", "http://127.0.0.1:1/a", "http://[::1]:1/a")) {
            assertThat(WebhookTarget.isLocal(url)).as(url).isTrue();
        }
        assertThat(WebhookTarget.isLocal("http://127.0.0.1.example.com/a")).isFalse();
    }

    @Test
    void nothingIsSentToOtherMachines() {
        String config = "{\"config\":{\"post_call_webhook\":[\"https://hooks.example.com/a\"]}}";
        Object id = sandbox.data().rows("integrations").get(0).get("id");
        assertThat(new Client(sandbox)
                        .write("PUT", "integrations/" + id + ".json", config)
                        .status())
                .isEqualTo(200);
        for (int call = 0; call < 12; call++) {
            add(Map.of("direction", "inbound", "duration", 9));
        }
        assertThat(webhooks.awaitIdle(ENOUGH)).isTrue();
        assertThat(webhooks.deliveries()).isEmpty();
        assertThat(sandbox.data().rows("integrations").get(0)).containsEntry("state", "active");
    }
}
