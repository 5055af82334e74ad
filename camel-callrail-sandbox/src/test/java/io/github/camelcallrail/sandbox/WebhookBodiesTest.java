package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookBodiesTest {

    private static final Instant NOW = Instant.parse("2026-05-20T18:00:00Z");

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION = CallRailSandboxExtension.of(CallRailSandbox.builder()
            .empty()
            .companyZones(ZoneId.of("America/Chicago"))
            .clock(Clock.fixed(NOW, ZoneOffset.UTC)));

    private HookReceiver receiver;
    private CallRailSandbox sandbox;
    private String company;

    @BeforeEach
    void start() {
        receiver = new HookReceiver();
        sandbox = EXTENSION.sandbox();
        company = sandbox.data().ids("companies").get(0);
        sandbox.webhooks().registerAll(receiver.url("/hooks?c=1"));
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private HookReceiver.Hook last() {
        assertThat(sandbox.webhooks().awaitIdle(Duration.ofSeconds(20))).isTrue();
        List<HookReceiver.Hook> hooks = receiver.hooks();
        return hooks.get(hooks.size() - 1);
    }

    private static Map<String, Object> call(Object... fields) {
        Map<String, Object> call = new HashMap<>(Map.of(
                "direction", "inbound",
                "answered", true,
                "duration", 143,
                "start_time", "2026-05-20T12:30:00.250-05:00",
                "customer_phone_number", "+15125550199",
                "customer_name", "Example Caller"));
        call.putAll(Fields.of(fields));
        return call;
    }

    @Test
    void aRequestHasTheHeadersOfCallRail() {
        sandbox.data().add("calls", call("source", "Q&A <1>"));
        HookReceiver.Hook hook = last();
        assertThat(hook.request().method()).isEqualTo("POST");
        assertThat(hook.header("User-Agent")).isEqualTo("CallRail Webhook/1.0");
        assertThat(hook.header("Content-Type")).isEqualTo("application/json");
        assertThat(hook.header("Accept")).isEqualTo("*/*");
        assertThat(hook.header("Signature")).hasSize(28);
        assertThat(hook.isSignedWith(sandbox.webhooks().signingKey())).isTrue();
        assertThat(hook.text()).contains("Q\\u0026A \\u003c1\\u003e").doesNotContain("&");
        assertThat(hook.json().path("source").asText()).isEqualTo("Q&A <1>");
    }

    @Test
    void theLegacyAttributesAreInTheQueryToo() {
        sandbox.data().add("calls", call("tracking_phone_number", "+15125550100"));
        Query query = Query.parse(last().request().rawQuery());
        assertThat(query.one("c")).isEqualTo("1");
        assertThat(query.one("datetime")).isEqualTo("2026-05-20 17:30:00");
        assertThat(query.one("callernum")).isEqualTo("+15125550199");
        assertThat(query.one("callername")).isEqualTo("Example Caller");
        assertThat(query.one("trackingnum")).isEqualTo("+15125550100");
        assertThat(query.one("destinationnum")).startsWith("+1512");
        Query first = Query.parse(receiver.hooks().get(0).request().rawQuery());
        assertThat(first.values()).hasSameSizeAs(query.values());
        assertThat(first.one("destinationnum")).isNull();
        assertThat(first.one("datetime")).isEqualTo(query.one("datetime"));
    }

    @Test
    void aCallHasOtherTypesThanInTheApi() {
        String id = sandbox.data().add("calls", call("note", null, "recording", "x", "tags", List.of()));
        JsonNode body = last().json();
        assertThat(body.path("resource_id").asText()).isEqualTo(id);
        assertThat(body.path("company_resource_id").asText()).isEqualTo(company);
        assertThat(body.path("company_id").asLong()).isEqualTo(Ids.numeric(company));
        assertThat(body.path("tracker_resource_id").asText()).startsWith("TRK");
        assertThat(body.path("person_resource_id").asText()).startsWith("PER");
        assertThat(body.has("id")).isFalse();
        assertThat(body.has("tracker_id")).isFalse();
        assertThat(body.path("duration").isTextual()).isTrue();
        assertThat(body.path("duration").asText()).isEqualTo("143");
        assertThat(body.path("answered").isBoolean()).isTrue();
        for (String empty : List.of("note", "custom", "msclkid", "utm_content", "utma")) {
            assertThat(body.path(empty).isTextual()).as(empty).isTrue();
            assertThat(body.path(empty).asText()).as(empty).isEmpty();
        }
        assertThat(body.path("tags").isArray()).isTrue();
        assertThat(body.path("detail_tags").isArray()).isTrue();
        assertThat(body.path("start_time").asText()).isEqualTo("2026-05-20T12:30:00.250-05:00");
        assertThat(body.path("timestamp").asText()).isEqualTo("2026-05-20T12:30:00.250-05:00");
        assertThat(body.path("created_at").asText()).matches(".*\\.\\d{3}-05:00");
        assertThat(body.path("datetime").asText()).isEqualTo("2026-05-20 17:30:00");
        assertThat(body.path("callernum").asText()).isEqualTo("+15125550199");
        assertThat(body.path("timeline_url").asText())
                .contains("/analytics/a/" + Ids.numeric(sandbox.accountId()))
                .contains(id);
        assertThat(body.path("milestones").has("first_touch")).isTrue();
        assertThat(body.path("milestones").has("last_touch")).isFalse();
        assertThat(body.has("hours_ahead")).isFalse();
        assertThat(body).noneMatch(JsonNode::isNull);
    }

    @Test
    void theLinkToTheRecordingWorks() {
        sandbox.data().add("calls", call("recording", "x", "recording_duration", 1));
        String link = last().json().path("recording").asText();
        assertThat(link).contains("/recording/redirect?access_key=");
        assertThat(MediaClient.get(link).statusCode()).isEqualTo(302);
        sandbox.data().add("calls", call("recording", null));
        assertThat(last().json().path("recording").asText("none")).isEmpty();
    }

    @Test
    void aCallThatBeginsIsAnsweredByNobodyYet() {
        sandbox.data().add("calls", call());
        last();
        JsonNode begun = receiver.hooks().get(0).json();
        assertThat(begun.path("answered").asBoolean(true)).isFalse();
        assertThat(begun.path("call_type").asText()).isEqualTo("missed");
        assertThat(begun.path("duration").asText()).isEqualTo("0");
        assertThat(begun.has("business_phone_number")).isFalse();
        assertThat(begun.has("recording")).isFalse();
        assertThat(begun.path("customer_name").asText()).isEqualTo("Example Caller");
        assertThat(receiver.hooks().get(1).json().has("business_phone_number")).isTrue();
    }

    @Test
    void anOutboundCallHasTextForFlags() {
        String id = sandbox.data().add("calls", call("direction", "outbound", "first_call", false));
        JsonNode body = last().json();
        assertThat(body.path("answered").isTextual()).isTrue();
        assertThat(body.path("answered").asText()).isEqualTo("true");
        assertThat(body.path("first_call").asText()).isEqualTo("false");
        assertThat(body.path("call_type").asText()).isEqualTo("outbound");
        assertThat(body.path("type").asText()).isEqualTo("outboundpostcall");
        sandbox.data().edit("calls", id, Map.of("note", "x"));
        assertThat(last().json().has("type")).isFalse();
    }

    @Test
    void anAbandonedCallIsSpelledOtherwise() {
        sandbox.data().add("calls", call("call_type", "abandonded", "answered", false));
        JsonNode body = last().json();
        assertThat(body.path("call_type").asText()).isEqualTo("abandoned");
        assertThat(body.path("formatted_duration").asText()).isEqualTo("(abandoned)");
    }

    @Test
    void aFormHasRealNulls() {
        String id = sandbox.data()
                .add(
                        "form-submissions",
                        Fields.of(
                                "submitted_at",
                                "2026-05-20T14:02:31.000Z",
                                "landing_page_url",
                                null,
                                "form_url",
                                "https://harborlane.example.com/contact",
                                "form_data",
                                Map.of("message", "Quote please")));
        JsonNode body = last().json();
        assertThat(body.path("resource_id").asText()).isEqualTo(id).startsWith("FRM");
        assertThat(body.path("company_id").asLong()).isEqualTo(Ids.numeric(company));
        assertThat(body.path("company_resource_id").asText()).isEqualTo(company);
        for (String missing : List.of("landing", "landing_page_url", "session_uuid", "fcid")) {
            assertThat(body.has(missing)).as(missing).isTrue();
            assertThat(body.path(missing).isNull()).as(missing).isTrue();
        }
        assertThat(body.path("url")).isEqualTo(body.path("form_url"));
        assertThat(body.path("form_data").path("message").asText()).isEqualTo("Quote please");
        assertThat(body.path("first_form").isBoolean()).isTrue();
        assertThat(body.path("submitted_at").asText()).isEqualTo("2026-05-20T09:02:31.000-05:00");
        assertThat(body.path("timestamp")).isEqualTo(body.path("created_at"));
        assertThat(last().request().rawQuery()).isEqualTo("c=1");
    }

    @Test
    void aMessageHasMaskedNumbers() {
        String conversation = sandbox.data()
                .add(
                        "conversations",
                        Map.of(
                                "customer_phone_number", "+15125550199",
                                "current_tracking_number", "+15125550100"));
        sandbox.data().addChild("messages", conversation, Map.of("direction", "incoming", "content", "Thanks!"));
        JsonNode received = last().json();
        assertThat(received.path("source_number").asText()).isEqualTo("***0199");
        assertThat(received.path("destination_number").asText()).isEqualTo("***0100");
        assertThat(received.path("resource_id").asText()).startsWith("SCI");
        assertThat(received.path("conversation_id").asText()).isEqualTo(conversation);
        assertThat(received.path("thread_resource_id").asText()).matches("SMT[0-9a-f]{32}");
        assertThat(received.path("person_id")).isEqualTo(received.path("person_resource_id"));
        assertThat(received.path("message_type").asText()).isEqualTo("sms");
        assertThat(received.path("received_at").asText()).isEqualTo("2026-05-20T13:00:00.000-05:00");
        assertThat(received.has("created_at")).isFalse();
        assertThat(received.has("agent")).isFalse();
        sandbox.data().addChild("messages", conversation, Map.of("direction", "outgoing"));
        JsonNode sent = last().json();
        assertThat(sent.path("source_number").asText()).isEqualTo("***0100");
        assertThat(sent.has("agent")).isTrue();
        assertThat(sent.path("thread_resource_id")).isEqualTo(received.path("thread_resource_id"));
    }

    @Test
    void aFormEncodedBodyHasTextOnly() {
        sandbox.webhooks().faults().formEncoded();
        String id = sandbox.data().add("calls", call("note", "50% & more", "tags", Arrays.asList("A", "B")));
        HookReceiver.Hook hook = last();
        assertThat(hook.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(hook.isSignedWith(sandbox.webhooks().signingKey())).isTrue();
        Query fields = Query.parse(hook.text());
        assertThat(fields.one("resource_id")).isEqualTo(id);
        assertThat(fields.one("note")).isEqualTo("50% & more");
        assertThat(fields.one("answered")).isEqualTo("true");
        assertThat(fields.one("tags")).isEqualTo("[\"A\",\"B\"]");
        assertThat(fields.values().get("custom")).containsExactly("");
        sandbox.webhooks().faults().json();
        sandbox.data().add("calls", call());
        assertThat(last().header("Content-Type")).isEqualTo("application/json");
    }
}
