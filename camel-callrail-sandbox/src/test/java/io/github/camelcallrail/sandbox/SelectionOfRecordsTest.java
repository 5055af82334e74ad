package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filtering, searching and sorting. */
class SelectionOfRecordsTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-05-20T18:00:00Z"));

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION =
            CallRailSandboxExtension.of(CallRailSandbox.builder().clock(CLOCK).empty());

    private CallRailSandbox sandbox;
    private Client client;
    private List<String> companies;

    @BeforeEach
    void plant() {
        sandbox = EXTENSION.sandbox();
        client = new Client(sandbox);
        companies = sandbox.data().ids("companies");
        call(
                "a",
                10,
                "answered",
                true,
                "voicemail",
                false,
                "duration",
                90,
                "source",
                "Facebook",
                "first_call",
                true,
                "lead_status",
                "good_lead",
                "device_type",
                "mobile",
                "customer_name",
                "Quill, Mabel",
                "note",
                null,
                "tags",
                List.of("Urgent"),
                "company_id",
                companies.get(0),
                "direction",
                "inbound");
        call(
                "b",
                11,
                "answered",
                false,
                "voicemail",
                false,
                "duration",
                5,
                "source",
                "Direct",
                "first_call",
                false,
                "lead_status",
                null,
                "device_type",
                "desktop",
                "customer_name",
                "larkin",
                "note",
                "Ask for Facebook ad",
                "tags",
                List.of(Fields.of("id", 4, "name", "VIP, Gold")),
                "company_id",
                companies.get(1),
                "direction",
                "inbound");
        call(
                "c",
                12,
                "answered",
                false,
                "voicemail",
                true,
                "duration",
                30,
                "source",
                "Direct",
                "first_call",
                false,
                "lead_status",
                "not_a_lead",
                "device_type",
                null,
                "customer_name",
                null,
                "note",
                null,
                "customer_phone_number",
                "+12065550177",
                "tags",
                List.of(),
                "company_id",
                companies.get(1),
                "direction",
                "inbound");
        call(
                "d",
                13,
                "answered",
                true,
                "voicemail",
                false,
                "duration",
                30,
                "source",
                "Google Ads",
                "first_call",
                false,
                "lead_status",
                "previously_marked_good_lead",
                "device_type",
                "mobile",
                "customer_name",
                "Larkin",
                "note",
                null,
                "tags",
                List.of("Urgent", "Booked"),
                "company_id",
                companies.get(2),
                "direction",
                "outbound");
    }

    private void call(String id, int hour, Object... fields) {
        Map<String, Object> record = new HashMap<>(Fields.of(fields));
        record.put("id", id);
        record.put("start_time", "2026-05-20T" + hour + ":00:00Z");
        record.putIfAbsent("customer_phone_number", "+15125550111");
        sandbox.data().add("calls", record);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                  | d c b a",
                "answer_status=answered            | d a",
                "answer_status=missed              | b",
                "answer_status=voicemail           | c",
                "call_type=first_call              | a",
                "call_type=missed                  | b",
                "call_type=voicemails              | c",
                "call_type=outbound                | d",
                "call_type=inbound                 | c b a",
                "direction=outbound                | d",
                "device=mobile                     | d a",
                "lead_status=good_lead             | a",
                "lead_status=not_scored            | b",
                "tags=Urgent                       | d a",
                "tags[]=Booked&tags[]=VIP,%20Gold  | d b",
                "tags=VIP,%20Gold                  | b",
                "company_id={0}                    | a",
                "company_id={1}&direction=inbound  | c b",
                "company_id=none                   |",
                "search=facebook                   | b a",
                "search=LARKIN                     | d b",
                "search=%2B12065550177             | c",
                "search=206-555-0177               | c",
                "source=Direct                     | d c b a",
                "answered=true                     | d c b a",
                "direction=sideways                | d c b a",
                "answer_status=nonsense            | d c b a",
                "sort=duration                     | b c d a",
                "sort=duration&order=desc          | a c d b",
                "sort=start_time                   | a b c d",
                "sort=start_time&order=desc        | d c b a",
                "sort=customer_name                | c b d a",
                "sort=answered                     | b c a d",
                "order=asc                         | d c b a",
            })
    void selectsAndOrdersCalls(String parameters, String ids) {
        String query = (parameters == null ? "" : parameters)
                .replace("{0}", companies.get(0))
                .replace("{1}", companies.get(1))
                .replace("[", "%5B")
                .replace("]", "%5D");
        assertThat(client.get("calls.json?" + query).each("calls", "id"))
                .containsExactlyElementsOf(ids == null ? List.of() : Arrays.asList(ids.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "calls.json?sort=gclid,400",
        "calls.json?sort=duration&order=up,400",
        "companies.json?sort=created_at,400",
        "companies.json?sort=name,200",
        "notifications.json?sort=anything,200",
        "integrations.json,400",
        "integration_triggers.json,400",
        "caller_ids.json,400",
    })
    void refusesOrdersItDoesNotKnowAndMissingParameters(String request, int status) {
        assertThat(client.get(request).status()).isEqualTo(status);
    }

    @Test
    void filtersTheSetupOfAnAccount() {
        SandboxData data = sandbox.data();
        data.edit("companies", companies.get(1), Map.of("status", "disabled"));
        String tracker = data.add("trackers", Map.of("company_id", companies.get(2), "type", "session"));
        String user = data.add("users", Map.of("company_id", companies.get(2), "last_name", "Zephyr"));
        String tag = data.add("tags", Map.of("company_id", companies.get(2), "tag_level", "company"));
        String wide = data.add("tags", Map.of("tag_level", "account"));
        String scoped =
                data.add("summary-emails", Map.of("company_id", companies.get(2), "frequency", List.of("daily")));
        String whole = data.add(
                "summary-emails",
                Map.of(
                        "scope",
                        Fields.of("id", sandbox.accountId(), "type", "Account"),
                        "frequency",
                        List.of("weekly")));
        String alert = data.add("notifications", Map.of("send_push", true, "email", "x@example.com"));
        data.add("notifications", Map.of("send_push", false));
        String of2 = "company_id=" + companies.get(2);
        String of0 = "company_id=" + companies.get(0);
        assertThat(ids("companies")).isEqualTo(companies);
        assertThat(ids("companies?status=active")).containsExactly(companies.get(0), companies.get(2));
        assertThat(ids("trackers?type=session&" + of2)).containsExactly(tracker);
        assertThat(ids("trackers?" + of0)).isEmpty();
        assertThat(ids("users?" + of2)).containsExactly(user);
        assertThat(ids("users?search=zeph")).containsExactly(user);
        assertThat(ids("users?" + of0)).isEmpty();
        assertThat(ids("tags?" + of2)).containsExactly(tag);
        assertThat(ids("tags?tag_level=account")).containsExactly(wide);
        assertThat(ids("summary-emails?" + of2)).containsExactly(scoped);
        assertThat(ids("summary-emails?company_id=")).containsExactly(whole);
        assertThat(ids("summary-emails")).containsExactly(whole);
        assertThat(ids("summary-emails?frequency=daily")).isEmpty();
        assertThat(ids("summary-emails?frequency=weekly")).containsExactly(whole);
        assertThat(ids("summary-emails?user_id=USR" + "1".repeat(32))).isEmpty();
        assertThat(ids("notifications?notification_type=send_push")).containsExactly(alert);
        assertThat(ids("notifications?email=x@example.com")).containsExactly(alert);
    }

    @Test
    void filtersAndOrdersForms() {
        SandboxData data = sandbox.data();
        form(data, "early", 9, Map.of("person_id", "anonymous", "form_url", "https://b.example.com/"));
        form(data, "late", 12, Map.of("lead_status", "good_lead", "form_url", "https://a.example.com/"));
        assertThat(ids("form-submissions")).containsExactly("late", "early");
        assertThat(ids("form-submissions?sort=created_at")).containsExactly("early", "late");
        assertThat(ids("form-submissions?sort=form_url")).containsExactly("late", "early");
        assertThat(ids("form-submissions?person_lead=true")).containsExactly("late");
        assertThat(ids("form-submissions?lead_status=good_lead")).containsExactly("late");
        String form = data.rows("form-submissions").get(0).get("custom_form_id").toString();
        assertThat(forms("custom_form_ids=" + form + ",FOR0")).isEqualTo(1);
        assertThat(forms("form_URL=https://a.example.com/")).isEqualTo(1);
        assertThat(forms("form_url=https://a.example.com/")).isEqualTo(2);
    }

    private static void form(SandboxData data, String id, int hour, Map<String, Object> given) {
        Map<String, Object> record = new HashMap<>(given);
        record.put("id", id);
        record.put("custom_form_id", "FOR" + hour);
        record.putIfAbsent("lead_status", "not_a_lead");
        record.putIfAbsent("person_id", "PER" + hour);
        record.put("submitted_at", Instant.parse("2026-05-20T00:00:00Z").plus(Duration.ofHours(hour)));
        data.add("form-submissions", record);
    }

    private int forms(String parameters) {
        return client.get("forms/summary.json?" + parameters)
                .json()
                .path("total_results")
                .path("total_forms")
                .asInt();
    }

    @Test
    void listsLeadsNewestFirstUnlessAskedOtherwise() {
        SandboxData data = sandbox.data();
        String old = data.add("leads", Map.of("name", "a", "created_at", "2026-05-01T10:00:00Z"));
        String recent = data.add("leads", Map.of("name", "b", "created_at", "2026-05-02T10:00:00Z"));
        assertThat(ids("leads")).containsExactly(recent, old);
        assertThat(ids("leads?sort=created_at")).containsExactly(old, recent);
        assertThat(ids("leads?sort=name&order=desc")).containsExactly(recent, old);
    }

    private List<String> ids(String request) {
        String report = request.split("\\?")[0];
        SandboxEndpoint endpoint = SandboxEndpoints.of(report);
        String path = endpoint.path().substring("/a/{account}/".length());
        return client.get(path + request.substring(report.length())).each(endpoint.arrayKey(), "id");
    }
}
