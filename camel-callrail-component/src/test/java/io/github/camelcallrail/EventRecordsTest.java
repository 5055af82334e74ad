package io.github.camelcallrail;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.sandbox.WebhookDelivery;
import io.github.camelcallrail.webhook.EventKind;
import io.github.camelcallrail.webhook.WebhookEvent;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The record of an event is that of the API, field by field, with no differences but those named here. */
class EventRecordsTest extends SandboxTest {

    private static final BiPredicate<Object, Object> SAME_INSTANT =
            (pushed, polled) -> OffsetDateTime.parse((String) pushed).isEqual(OffsetDateTime.parse((String) polled));

    private static final BiPredicate<Object, Object> ANOTHER_LINK = (pushed, polled) -> polled == null
            ? pushed == null
            : pushed instanceof String link && link.startsWith("http") && !link.equals(polled);

    /** A number that is text in some records of the API. In a form, both are text, and a number is made of both. */
    private static final BiPredicate<Object, Object> SAME_NUMBER = (pushed, polled) -> pushed == null
            ? polled == null
            : new BigDecimal(pushed.toString()).equals(new BigDecimal(polled.toString()));

    /** The API has null or empty text for a hidden caller, which an event cannot tell apart. */
    private static final BiPredicate<Object, Object> MAY_BE_EMPTY =
            (pushed, polled) -> pushed == null ? polled == null || polled.equals("") : pushed.equals(polled);

    private static final BiPredicate<Object, Object> ONLY_THOSE_REACHED = (pushed, polled) -> {
        Map<Object, Object> reached = new LinkedHashMap<>((Map<?, ?>) polled);
        reached.values().removeIf(step -> ((Map<?, ?>) step).get("event_date") == null);
        return pushed.equals(reached);
    };

    private static final Map<String, BiPredicate<Object, Object>> CALL = Map.ofEntries(
            entry("start_time", SAME_INSTANT),
            entry("created_at", SAME_INSTANT),
            entry("customer_name", MAY_BE_EMPTY),
            entry("formatted_customer_name", MAY_BE_EMPTY),
            entry("recording", ANOTHER_LINK),
            entry("timeline_url", ANOTHER_LINK),
            entry("milestones", ONLY_THOSE_REACHED),
            entry("integration_data", (pushed, polled) -> pushed.toString().contains("Webhooks")));

    /** An abandoned call, which the API spells otherwise. */
    private static final Map<String, BiPredicate<Object, Object>> ABANDONED = Map.of(
            "call_type", (pushed, polled) -> pushed.equals("abandoned"),
            "formatted_call_type", (pushed, polled) -> pushed.equals("Abandoned Call"),
            "formatted_duration", (pushed, polled) -> pushed.equals("(abandoned)"));

    private static final Set<String> NOT_IN_CALLS =
            Set.of("blocked_number", "session_uuid", "voice_assist_message", "zip_code");

    /** A call that has just begun. */
    private static final Map<String, BiPredicate<Object, Object>> BEGINNING = Map.of(
            "start_time", SAME_INSTANT,
            "created_at", SAME_INSTANT,
            "customer_name", MAY_BE_EMPTY,
            "answered", (pushed, polled) -> pushed.equals(false),
            "voicemail", (pushed, polled) -> pushed.equals(false),
            "call_type", (pushed, polled) -> pushed.equals("missed"),
            "formatted_call_type", (pushed, polled) -> pushed.equals("Missed Call"),
            "duration", (pushed, polled) -> pushed.equals(0),
            "formatted_duration", (pushed, polled) -> pushed.equals("0s"));

    private static final Map<String, BiPredicate<Object, Object>> FORM =
            Map.of("submitted_at", SAME_INSTANT, "timeline_url", ANOTHER_LINK);

    private SandboxEvents events;

    @BeforeEach
    void fill() {
        calls(80);
        events = new SandboxEvents(sandbox);
    }

    @ParameterizedTest(name = "{0}, form: {1}")
    @CsvSource({
        "post-call, false",
        "post-call, true",
        "call-modified, false",
        "call-modified, true",
        "outbound-post-call, false",
        "outbound-post-call, true",
        "outbound-call-modified, false",
        "outbound-call-modified, true"
    })
    void aCallThatHasEnded(String kind, boolean form) {
        Map<String, CallRailRecord> polled = polledCalls();
        boolean modified = kind.endsWith("modified");
        List<WebhookEvent> received =
                events.delivered(kind, form, idsOf(polled, kind.startsWith("outbound")), modified ? "note" : "");

        assertThat(received).hasSizeGreaterThan(3);
        for (WebhookEvent event : received) {
            CallRailRecord call = polled.get(event.recordId().orElseThrow());
            Map<String, BiPredicate<Object, Object>> allowed = new HashMap<>(CALL);
            if (form) {
                allowed.put("value", SAME_NUMBER);
            }
            if (call.get("call_type").equals("abandonded")) {
                allowed.putAll(ABANDONED);
            }
            assertThat(differences(event.record(), call, allowed))
                    .containsExactlyInAnyOrder("recording_redirect", "timestamp");
            assertThat(missing(event.record(), call)).isEqualTo(NOT_IN_CALLS);
            assertThat(event.companyId()).contains((String) call.get("company_id"));
            assertThat(event.changes()).isEqualTo(modified ? List.of("note") : List.of());
            assertThat(event.time())
                    .contains(OffsetDateTime.parse((String) call.get("start_time"))
                            .toInstant());
        }
    }

    @ParameterizedTest(name = "{0}, form: {1}")
    @CsvSource({"pre-call, false", "pre-call, true", "routing-complete, false", "routing-complete, true"})
    void aCallThatBegins(String kind, boolean form) {
        Map<String, CallRailRecord> polled = polledCalls();

        List<WebhookEvent> received = events.delivered(kind, form, idsOf(polled, false));

        assertThat(received).hasSizeGreaterThan(3);
        for (WebhookEvent event : received) {
            CallRailRecord call = polled.get(event.recordId().orElseThrow());
            assertThat(differences(event.record(), call, BEGINNING)).containsExactly("timestamp");
            assertThat(event.record())
                    .hasSize(kind.equals("pre-call") ? 27 : 31)
                    .doesNotContainKeys("recording", "note");
        }
    }

    @ParameterizedTest(name = "form: {0}")
    @ValueSource(booleans = {false, true})
    void aFormSubmission(boolean form) {
        sandbox.data().generate("form-submissions", 40, NOW.minusSeconds(600_000), NOW.minusSeconds(60));
        Map<String, CallRailRecord> polled = byId(records(uri("form-submissions", "")));

        List<WebhookEvent> received = events.delivered("form-submission", form, List.copyOf(polled.keySet()));

        assertThat(received).hasSize(40);
        for (WebhookEvent event : received) {
            CallRailRecord submission = polled.get(event.recordId().orElseThrow());
            assertThat(differences(event.record(), submission, FORM))
                    .containsExactlyInAnyOrder(
                            "created_at", "updated_at", "timestamp", "ga", "session_uuid", "hidden", "fcid");
            assertThat(missing(event.record(), submission))
                    .containsExactlyInAnyOrder(
                            "company_name",
                            "customer_email",
                            "customer_name",
                            "customer_phone_number",
                            "form_name",
                            "formatted_customer_name",
                            "formatted_customer_phone_number",
                            "milestones",
                            "note",
                            "tags",
                            "value");
            assertThat(event.companyId()).contains((String) submission.get("company_id"));
        }
    }

    @ParameterizedTest(name = "{0}, form: {1}")
    @CsvSource({
        "text-message-received, false",
        "text-message-received, true",
        "text-message-sent, false",
        "text-message-sent, true"
    })
    void aTextMessage(String kind, boolean form) {
        String conversation = sandbox.data().add("conversations", Map.of("customer_phone_number", "+15125550142"));
        String direction = kind.endsWith("sent") ? "outgoing" : "incoming";
        String message = sandbox.data()
                .addChild("messages", conversation, Map.of("direction", direction, "content", "See you at 5 & 6"));
        CallRailRecord polled = records("callrail:messages?accountId=" + account() + "&id=" + conversation)
                .get(0);

        WebhookEvent event = events.delivered(kind, form, List.of(message)).get(0);

        assertThat(event.recordId()).hasValueSatisfying(id -> assertThat(id).startsWith("SCI"));
        assertThat(event.record())
                .containsEntry("content", "See you at 5 & 6")
                .containsEntry("media_urls", polled.get("media_urls"))
                .containsEntry("conversation_id", polled.get("conversation_id"))
                .containsEntry("conversation_id", conversation)
                .containsKeys("thread_id", "company_id", "person_id", "timestamp");
        assertThat(event.record().get("message_type").toString()).isEqualToIgnoringCase((String) polled.get("type"));
        assertThat(event.time())
                .contains(
                        OffsetDateTime.parse((String) polled.get("created_at")).toInstant());
        assertThat(event.record().containsKey("agent")).isEqualTo(kind.endsWith("sent"));
    }

    /** By its body, as what the sandbox sent it for. */
    @ParameterizedTest(name = "form: {0}")
    @ValueSource(booleans = {false, true})
    void everyKindIsRecognised(boolean form) {
        Map<String, CallRailRecord> polled = polledCalls();
        sandbox.data().generate("form-submissions", 5, NOW.minusSeconds(600_000), NOW.minusSeconds(60));
        String conversation = sandbox.data().add("conversations", Map.of());
        for (EventKind kind : EventKind.registrable()) {
            List<String> ids =
                    switch (kind) {
                        case FORM_SUBMISSION -> sandbox.data().ids("form-submissions");
                        case TEXT_MESSAGE_RECEIVED ->
                            List.of(sandbox.data().addChild("messages", conversation, Map.of("direction", "incoming")));
                        case TEXT_MESSAGE_SENT ->
                            List.of(sandbox.data().addChild("messages", conversation, Map.of("direction", "outgoing")));
                        default -> idsOf(polled, kind.text().startsWith("outbound"));
                    };

            assertThat(events.delivered(kind.text(), form, ids)).isNotEmpty();
        }
        Set<String> kinds = new TreeSet<>();
        for (WebhookDelivery delivery : sandbox.webhooks().deliveries()) {
            WebhookEvent event = SandboxEvents.read(delivery, form, Optional.empty());
            assertThat(event).isEqualTo(SandboxEvents.read(delivery, form, event.kind()));
            assertThat(event.kind()).contains(EventKind.of("event", delivery.event()));
            kinds.add(event.kind().orElseThrow().text());
        }
        assertThat(kinds).hasSize(9);
    }

    private static List<String> idsOf(Map<String, CallRailRecord> calls, boolean outbound) {
        return calls.values().stream()
                .filter(call -> call.get("direction").equals("outbound") == outbound)
                .map(CallRailRecord::id)
                .toList();
    }

    /** The names of fields that only the first has, and, with both values, those that differ more than they may. */
    private static List<String> differences(
            CallRailRecord pushed, CallRailRecord polled, Map<String, BiPredicate<Object, Object>> allowed) {
        List<String> differences = new ArrayList<>();
        pushed.forEach((name, value) -> {
            if (!polled.containsKey(name)) {
                differences.add(name);
            } else if (!allowed.getOrDefault(name, Objects::equals).test(value, polled.get(name))) {
                differences.add(name + ": " + value + " instead of " + polled.get(name));
            }
        });
        return differences;
    }

    private static Set<String> missing(CallRailRecord pushed, CallRailRecord polled) {
        Set<String> missing = new TreeSet<>(polled.keySet());
        missing.removeAll(pushed.keySet());
        return missing;
    }

    private static Map<String, CallRailRecord> byId(List<CallRailRecord> records) {
        Map<String, CallRailRecord> byId = new LinkedHashMap<>();
        records.forEach(record -> byId.put(record.id(), record));
        return byId;
    }

    /** All that the API says about each call: the list, what it gives only when it is named, and the single form. */
    private Map<String, CallRailRecord> polledCalls() {
        Map<String, CallRailRecord> named =
                byId(records(uri("calls", "fields=spam,detail_tags,blocked_number,utma,utmb,utmc,utmv,utmz")));
        Map<String, CallRailRecord> polled = byId(records(uri("calls", "")));
        polled.replaceAll((id, call) -> {
            Map<String, Object> fields = new LinkedHashMap<>(named.get(id));
            CallRailRecord single = requested(
                            "callrail:calls?operation=get&accountId=" + account() + "&id=" + id, Map.of())
                    .getMessage()
                    .getBody(CallRailRecord.class);
            fields.putAll(single);
            fields.putAll(call);
            return CallRailRecord.of(fields);
        });
        return polled;
    }
}
