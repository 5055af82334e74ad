package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
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

class ChildrenTest {

    private static final Instant NOW = Instant.parse("2026-03-15T16:00:00Z");

    private static final CallRailSandbox.Builder BUILDER =
            CallRailSandbox.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).forbid("lead-timeline");

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION =
            CallRailSandboxExtension.of(CallRailSandbox.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)));

    private CallRailSandbox sandbox;
    private SandboxData data;
    private Client client;

    @BeforeEach
    void client() {
        sandbox = EXTENSION.sandbox();
        data = sandbox.data();
        client = new Client(sandbox);
    }

    static Stream<SandboxEndpoint> children() {
        return SandboxEndpoints.children().stream();
    }

    private static Client.Reply get(CallRailSandbox of, SandboxEndpoint endpoint, String id, String... parameters) {
        String path = endpoint.path().replace("{account}", of.accountId()).replace("{id}", id);
        return new Client(of).absolute("/v3" + path + Client.query(parameters));
    }

    private Client.Reply get(String report, String id, String... parameters) {
        return get(sandbox, SandboxEndpoints.of(report), id, parameters);
    }

    /** A record with children: for page views, a call of a session tracker. */
    private String parent(String report) {
        return data.ids(SandboxEndpoints.parentOf(report)).stream()
                .filter(id -> !data.children(report, id).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** A record with so many children that they need more than one page. */
    private String crowdedParent(String report) {
        return data.ids(SandboxEndpoints.parentOf(report)).stream()
                .filter(id -> data.children(report, id).size() > 100)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("children")
    void answersTheDefaultFieldsOfEachChild(SandboxEndpoint endpoint) {
        JsonNode answer = get(endpoint.report(), parent(endpoint.report())).json();
        assertThat(answer.path("total_records").asInt()).isPositive();
        assertThat(answer.path(endpoint.arrayKey())).isNotEmpty().allSatisfy(child -> {
            List<String> names = new ArrayList<>();
            child.fieldNames().forEachRemaining(names::add);
            assertThat(names).containsAll(endpoint.defaultFields());
            names.removeAll(endpoint.defaultFields());
            assertThat(endpoint.unaskedFields()).containsAll(names);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "page-views, created_at",
        "messages, created_at",
        "thread-messages, created_at",
        "lead-timeline, event_date"
    })
    void comeNewestFirst(String report, String timeField) {
        SandboxEndpoint endpoint = SandboxEndpoints.of(report);
        JsonNode answer = get(report, parent(report), "per_page", "250").json();
        List<Instant> times = new ArrayList<>();
        answer.path(endpoint.arrayKey())
                .forEach(child -> times.add(
                        OffsetDateTime.parse(child.path(timeField).asText()).toInstant()));
        assertThat(times).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource({
        // page, per_page, returned size, records of 120
        "messages,,,100,100",
        "messages,2,,100,20",
        "messages,1,250,250,120",
        "messages,1,251,250,120",
        "messages,3,50,50,20",
        "messages,4,50,50,0",
        "thread-messages,1,250,100,100",
        "thread-messages,2,250,100,20",
        "lead-timeline,1,400,250,120",
        "lead-timeline,2,,100,20",
        "page-views,2,100,100,20",
    })
    void arePagedByNumber(String report, String page, String size, int sizeAnswered, int records) {
        String parent = parent(report);
        data.removeChildren(report, parent);
        for (int i = 0; i < 120; i++) {
            data.addChild(report, parent, Map.of(ChildGenerator.timeField(report), NOW.minusSeconds(i)));
        }
        JsonNode answer = get(report, parent, "page", page == null ? "" : page, "per_page", size == null ? "" : size)
                .json();
        assertThat(answer.path("page").asInt()).isEqualTo(page == null ? 1 : Integer.parseInt(page));
        assertThat(answer.path("per_page").asInt()).isEqualTo(sizeAnswered);
        assertThat(answer.path("total_records").asInt()).isEqualTo(120);
        assertThat(answer.path("total_pages").asInt()).isEqualTo((119 + sizeAnswered) / sizeAnswered);
        assertThat(answer.path(SandboxEndpoints.of(report).arrayKey()).size()).isEqualTo(records);
    }

    @ParameterizedTest
    @CsvSource({"messages", "thread-messages", "lead-timeline"})
    void someNeedMoreThanOnePage(String report) {
        String parent = crowdedParent(report);
        int count = data.children(report, parent).size();
        List<String> walked = new ArrayList<>();
        for (int page = 1; page <= (count + 99) / 100; page++) {
            walked.addAll(get(report, parent, "page", Integer.toString(page))
                    .each(SandboxEndpoints.of(report).arrayKey(), "id"));
        }
        assertThat(walked).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    void onlyCallsOfSessionTrackersHavePageViews() {
        List<String> session = data.ids("trackers", tracker -> "session".equals(tracker.get("type")));
        List<String> calls = data.ids("calls", call -> session.contains(call.get("tracker_id")));
        assertThat(calls).isNotEmpty();
        assertThat(calls.subList(0, 40)).allSatisfy(call -> {
            JsonNode views = get("page-views", call).json().path("page_views");
            assertThat(views.size()).isBetween(1, 8);
            Instant began =
                    Times.instant("start_time", data.record("calls", call).get("start_time"));
            assertThat(views).allSatisfy(view -> {
                assertThat(view.fieldNames()).toIterable().containsExactly("referrer_url", "page_url", "created_at");
                assertThat(Times.instant("created_at", view.path("created_at").asText()))
                        .isBefore(began);
            });
        });
        String other = data.ids("calls", call -> !session.contains(call.get("tracker_id")))
                .get(0);
        assertThat(get("page-views", other).error()).isEqualTo("Not found");
        assertThat(get("page-views", "CAL1").status()).isEqualTo(404);
        assertThatThrownBy(() -> data.addChild("page-views", other, Map.of())).hasMessageContaining(other);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-03-05T04:07:03-05:00",
        "America/Denver, 2026-03-05T02:07:03-07:00",
        "UTC, 2026-03-05T09:07:03Z",
        "Mars/Base, ''"
    })
    void timesOfPageViewsAreWrittenInTheRequestedZone(String zone, String written) {
        String call = parent("page-views");
        data.removeChildren("page-views", call);
        data.addChild("page-views", call, Map.of("created_at", "2026-03-05T09:07:03Z"));
        Client.Reply reply = get("page-views", call, "time_zone", zone);
        assertThat(reply.status()).isEqualTo(written.isEmpty() ? 400 : 200);
        assertThat(reply.json().path("page_views").path(0).path("created_at").asText())
                .isEqualTo(written);
    }

    @Test
    void aConversationAnswersItsFieldsAndItsMessages() {
        String id = data.ids("conversations").get(0);
        JsonNode answer = get("messages", id, "fields", "lead_status").json();
        assertThat(answer.path("id").asText()).isEqualTo(id);
        assertThat(answer.has("lead_status")).isTrue();
        assertThat(answer.has("recent_messages")).isFalse();
        Object recent = data.record("conversations", id).get("recent_messages");
        List<String> contents = new ArrayList<>();
        answer.path("messages")
                .forEach(message -> contents.add(message.path("content").asText()));
        assertThat(contents.subList(0, 2))
                .isEqualTo(ChildScope.objects(recent).stream()
                        .map(message -> message.get("content"))
                        .toList());
    }

    @Test
    void bothViewsOfATextShowTheSameMessages() {
        String id = crowdedParent("messages");
        JsonNode messages = get("messages", id).json().path("messages");
        JsonNode threaded = get("thread-messages", id).json().path("messages");
        assertThat(threaded.findValuesAsText("content")).isEqualTo(messages.findValuesAsText("content"));
        assertThat(threaded.findValuesAsText("created_at")).isEqualTo(messages.findValuesAsText("created_at"));
        assertThat(messages).allSatisfy(message -> {
            assertThat(message.path("id").isIntegralNumber()).isTrue();
            assertThat(message.path("type").asText()).isIn("sms", "mms");
            boolean incoming = message.path("direction").asText().equals("incoming");
            assertThat(message.path("status").asText("")).isIn(incoming ? List.of("") : List.of("sent", "error"));
            assertThat(message.path("user").isNull()).isEqualTo(incoming);
        });
        assertThat(threaded).allSatisfy(message -> {
            assertThat(message.path("id").asText()).startsWith("SCI");
            assertThat(message.path("message_type").asText()).isIn("sms", "mms");
            assertThat(message.path("status").asText("")).isIn("", "sent", "failed");
        });
    }

    @Test
    void fewMessagesHaveMediaAndTheirUrlsLeadToTheSandbox() {
        String id = crowdedParent("messages");
        List<JsonNode> withFiles = new ArrayList<>();
        get("messages", id).json().path("messages").forEach(message -> {
            if (message.path("type").asText().equals("mms")) {
                withFiles.add(message);
            }
        });
        assertThat(withFiles).hasSizeBetween(1, 30).allSatisfy(message -> assertThat(message.path("media_urls"))
                .isNotEmpty()
                .allMatch(url -> url.asText()
                        .matches("%s/v3/a/%s/text-messages/SCI[0-9a-f]{32}/media/\\d"
                                .formatted(sandbox.baseUrl(), sandbox.accountId()))));
    }

    @Test
    void errorsOfMessagesComeOnlyWhenAsked() {
        String thread = data.ids("sms-threads").get(0);
        data.addChild("thread-messages", thread, Map.of("direction", "outgoing", "status", "failed"));
        JsonNode unasked =
                get("thread-messages", thread, "fields", "last_message_at").json();
        assertThat(unasked.path("messages").path(0).has("error")).isFalse();
        assertThat(unasked.has("last_message_at")).isTrue();
        JsonNode asked =
                get("thread-messages", thread, "with_msg_errors", "true").json();
        assertThat(asked.path("messages").path(0).path("error").isObject()).isTrue();
        assertThat(get("thread-messages", thread, "fields", "error").status()).isEqualTo(400);
    }

    @Test
    void aTimelineHasTheCallsAndFormsOfTheLead() {
        String lead = crowdedParent("lead-timeline");
        JsonNode answer = get("lead-timeline", lead, "per_page", "250").json();
        assertThat(answer.path("lead").path("customer_name").asText())
                .isEqualTo(data.record("leads", lead).get("name"));
        assertThat(answer.path("lead").path("total_interactions").asInt())
                .isEqualTo(answer.path("total_records").asInt() - 2);
        List<String> calls = new ArrayList<>();
        answer.path("timeline").forEach(event -> {
            if (event.path("type").asText().equals("call")) {
                calls.add(event.path("id").asText());
            }
        });
        assertThat(calls)
                .containsExactlyInAnyOrderElementsOf(data.ids("calls", call -> lead.equals(call.get("person_id"))));
        assertThat(answer.path("timeline").findValuesAsText("type")).contains("call", "milestone");
    }

    @ParameterizedTest
    @CsvSource({"'', first", "event_date, first", "created_at, last", "name, ''"})
    void aTimelineHasAnOrderForEachField(String sort, String latest) {
        String lead = parent("lead-timeline");
        String id = data.addChild("lead-timeline", lead, Map.of("type", "chat", "event_date", NOW));
        List<String> ids =
                get("lead-timeline", lead, "per_page", "250", "sort", sort).each("timeline", "id");
        assertThat(ids.isEmpty() ? "" : ids.get(0).equals(id) ? "first" : "last")
                .isEqualTo(latest);
        assertThat(ids.isEmpty()
                        || ids.get(0).equals(id)
                        || ids.get(ids.size() - 1).equals(id))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("children")
    void comeAndGoBetweenPages(SandboxEndpoint endpoint) {
        String report = endpoint.report();
        String parent = parent(report);
        int before = data.children(report, parent).size();
        String added = data.addChild(report, parent, Map.of());
        sandbox.faults().afterRequest(report, 1, () -> data.removeChild(report, parent, added));
        assertThat(get(report, parent).json().path("total_records").asInt()).isEqualTo(before + 1);
        assertThat(get(report, parent).json().path("total_records").asInt()).isEqualTo(before);
        assertThatThrownBy(() -> data.removeChild(report, parent, added)).hasMessageContaining(added);
        assertThat(sandbox.journal().requests(report)).hasSize(2);
    }

    @Test
    void everyAccountHasItsOwn() {
        try (CallRailSandbox two = CallRailSandbox.builder().accounts(2).start()) {
            String other = two.accountIds().get(1);
            String id = two.data().ids(other, "conversations", record -> true).get(0);
            String added = two.data().addChild(other, "messages", id, Map.of("content", "Only here"));
            assertThat(new Client(two)
                            .absolute("/v3/a/" + other + "/text-messages/" + id + ".json")
                            .json()
                            .path("messages")
                            .path(0)
                            .path("content")
                            .asText())
                    .isEqualTo("Only here");
            assertThat(new Client(two).get("text-messages/" + id + ".json").status())
                    .isEqualTo(404);
            int before = two.data().children(other, "messages", id).size();
            two.data().removeChild(other, "messages", id, added);
            assertThat(two.data().children(other, "messages", id)).hasSize(before - 1);
            assertThatThrownBy(() -> two.data().children("messages", id)).hasMessageContaining(id);
        }
    }

    @Test
    void aSecondNameMeansTheSameRequests() {
        String id = data.ids("conversations").get(0);
        sandbox.faults().onRequest("object:conversations", 1, Fault.missingArray());
        assertThat(get("messages", id).json().has("messages")).isFalse();
        assertThat(sandbox.journal().requests("object:conversations"))
                .isEqualTo(sandbox.journal().requests("messages"))
                .hasSize(1);
    }

    @Test
    void oneListCanBeForbidden() {
        try (CallRailSandbox strict = BUILDER.start()) {
            String lead = strict.data().ids("leads").get(0);
            assertThat(get(strict, SandboxEndpoints.of("lead-timeline"), lead).status())
                    .isEqualTo(403);
            assertThat(new Client(strict).get("leads.json").status()).isEqualTo(200);
        }
    }

    @Test
    void theyAreTheSameForTheSameSeedInWhateverOrderTheyAreReadAndChangeNoRecord() {
        try (CallRailSandbox read = BUILDER.seed(7).start();
                CallRailSandbox unread = BUILDER.seed(7).start();
                CallRailSandbox different = BUILDER.seed(8).start()) {
            List<String> ids = read.data().ids("sms-threads").subList(0, 30);
            List<Object> forward = new ArrayList<>();
            ids.forEach(id -> forward.add(read.data().children("thread-messages", id)));
            List<Object> backward = new ArrayList<>();
            for (int i = ids.size() - 1; i >= 0; i--) {
                backward.add(0, unread.data().children("thread-messages", ids.get(i)));
            }
            assertThat(withoutPort(forward, read)).isEqualTo(withoutPort(backward, unread));
            assertThat(different.data().ids("sms-threads")).doesNotContainAnyElementsOf(ids);

            read.data().addChild("thread-messages", ids.get(0), Map.of());
            read.data().add("calls", Map.of());
            unread.data().add("calls", Map.of());
            assertThat(read.data().rows("calls")).isEqualTo(unread.data().rows("calls"));
        }
    }

    private static String withoutPort(List<Object> children, CallRailSandbox of) {
        return children.toString().replace(of.baseUrl(), "");
    }

    @Test
    void aResetRestoresThem() {
        String id = data.ids("conversations").get(0);
        List<Map<String, Object>> before = data.children("messages", id);
        data.addChild("messages", id, Map.of());
        data.removeChild("messages", id, before.get(0).get("id").toString());
        assertThat(data.children("messages", id)).isNotEqualTo(before);
        sandbox.reset();
        assertThat(data.children("messages", id)).isEqualTo(before);
    }

    @Test
    void aConversationThatATestAddsHasMessagesUpToItsLast() {
        Instant last = NOW.minus(Duration.ofHours(3));
        String id = data.add("conversations", Map.of("last_message_at", last));
        assertThat(Times.instant(
                        "created_at",
                        get("messages", id)
                                .json()
                                .path("messages")
                                .path(0)
                                .path("created_at")
                                .asText()))
                .isEqualTo(last);
        data.remove("conversations", id);
        assertThat(get("messages", id).status()).isEqualTo(404);
        assertThatThrownBy(() -> data.children("messages", id)).hasMessageContaining(id);
    }

    @Test
    void mistakesOfATestAreExplained() {
        String id = data.ids("conversations").get(0);
        assertThatThrownBy(() -> data.addChild("messages", id, Map.of("contents", "x")))
                .hasMessage("'messages' has no field 'contents'. Did you mean 'content'?");
        assertThatThrownBy(() -> data.addChild("calls", id, Map.of())).hasMessageContaining("No children 'calls'");
        assertThatThrownBy(() -> data.rows("messages")).hasMessageContaining("addChild()");
        assertThatThrownBy(() -> data.add("messages", Map.of())).hasMessageContaining("'messages'");
        assertThat(client.sendBody("POST", "/sandbox/messages", "{}").status()).isEqualTo(400);
    }

    @Test
    void theyDifferAsOtherListsDo() {
        String id = crowdedParent("messages");
        sandbox.contrary(Set.of(
                ContraryBehavior.NO_PAGE_BEYOND, ContraryBehavior.UNKNOWN_FIELDS, ContraryBehavior.TOTALS_AS_TEXT));
        JsonNode answer = get("messages", id).json();
        assertThat(answer.path("total_records").isTextual()).isTrue();
        assertThat(answer.has("future_text")).isTrue();
        assertThat(answer.path("messages").path(0).has("future_text")).isTrue();
        assertThat(get("messages", id, "page", "9").status()).isEqualTo(404);
        sandbox.contrary(Set.of(ContraryBehavior.NO_TOTALS));
        assertThat(get("messages", id).json().has("page")).isFalse();
    }
}
