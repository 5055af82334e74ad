package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataTest {

    private static final Instant NOW = Instant.parse("2026-05-20T18:00:00Z");

    private static CallRailSandbox.Builder builder() {
        return CallRailSandbox.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void isTheSameForTheSameSeedAndNow() {
        try (CallRailSandbox one = builder().seed(7).start();
                CallRailSandbox same = builder().seed(7).start();
                CallRailSandbox other = builder().seed(8).start()) {
            for (SandboxEndpoint endpoint : SandboxEndpoints.all()) {
                String report = endpoint.report();
                assertThat(one.data().rows(report))
                        .as(report)
                        .isEqualTo(same.data().rows(report));
            }
            one.data().generate("calls", 5, NOW, NOW.plusSeconds(60));
            same.data().generate("calls", 5, NOW, NOW.plusSeconds(60));
            assertThat(one.data().rows("calls")).isEqualTo(same.data().rows("calls"));
            assertThat(one.data().ids("calls"))
                    .doesNotContainAnyElementsOf(other.data().ids("calls"));
        }
    }

    @Test
    void startsWithEnoughToPageThrough() {
        Map<String, int[]> leastAndMost = Map.ofEntries(
                Map.entry("calls", new int[] {4400, 5200}),
                Map.entry("form-submissions", new int[] {900, 1400}),
                Map.entry("conversations", new int[] {250, 300}),
                Map.entry("sms-threads", new int[] {250, 300}),
                Map.entry("leads", new int[] {251, 300}),
                Map.entry("companies", new int[] {3, 3}),
                Map.entry("trackers", new int[] {12, 12}),
                Map.entry("users", new int[] {15, 15}),
                Map.entry("tags", new int[] {20, 20}),
                Map.entry("notifications", new int[] {10, 20}),
                Map.entry("caller-ids", new int[] {6, 6}),
                Map.entry("summary-emails", new int[] {10, 10}),
                Map.entry("integrations", new int[] {6, 6}),
                Map.entry("integration-filters", new int[] {6, 6}),
                Map.entry("message-flows", new int[] {4, 4}),
                Map.entry("accounts", new int[] {1, 1}));
        try (CallRailSandbox sandbox = builder().start()) {
            leastAndMost.forEach((report, bounds) -> {
                List<String> ids = sandbox.data().ids(report);
                assertThat(ids).as(report).hasSizeBetween(bounds[0], bounds[1]);
                assertThat(Set.copyOf(ids)).as(report).hasSize(ids.size());
            });
            List<String> calls = sandbox.data().ids("calls");
            assertThat(calls.stream().map(Ids::numeric).distinct()).hasSize(calls.size());
        }
    }

    @Test
    void emptyHasAccountsAndCompaniesOnly() {
        try (CallRailSandbox sandbox = builder()
                .empty()
                .accounts(2)
                .companyZones(ZoneId.of("Asia/Kolkata"), ZoneId.of("America/Denver"))
                .start()) {
            for (SandboxEndpoint endpoint : SandboxEndpoints.all()) {
                if (endpoint.paged()) {
                    int expected = endpoint.report().equals("accounts")
                                    || endpoint.report().equals("companies")
                            ? 2
                            : 0;
                    assertThat(sandbox.data().rows(endpoint.report())).hasSize(expected);
                }
            }
            assertThat(sandbox.accountIds()).hasSize(2).allMatch(id -> id.matches("ACC[0-9a-f]{32}"));
            assertThat(sandbox.data().rows("companies"))
                    .extracting(record -> record.get("time_zone"))
                    .containsExactly("Asia/Kolkata", "America/Denver");
        }
    }

    @Test
    void resetBringsBackTheStart() {
        try (CallRailSandbox sandbox = builder().empty().start()) {
            Client client = new Client(sandbox);
            String company = sandbox.data().ids("companies").get(0);
            List<Map<String, Object>> before = sandbox.data().rows("companies");
            sandbox.data().edit("companies", company, Map.of("name", "Renamed"));
            sandbox.data().remove("companies", sandbox.data().ids("companies").get(1));
            String call = sandbox.data().add("calls", Map.of());
            sandbox.data().add("accounts", Map.of("name", "Second"));
            sandbox.faults().always(Fault.garbage());
            client.get("calls.json");
            sandbox.reset();
            assertThat(sandbox.data().rows("companies")).isEqualTo(before);
            assertThat(sandbox.data().ids("calls")).isEmpty();
            assertThat(sandbox.accountIds()).hasSize(1);
            assertThat(sandbox.journal().requests()).isEmpty();
            assertThat(sandbox.data().add("calls", Map.of())).isEqualTo(call);
            assertThat(client.get("calls.json").each("calls", "id")).containsExactly(call);
        }
    }

    @Test
    void fillsWhatATestLeavesOut() {
        try (CallRailSandbox sandbox = builder().empty().start()) {
            SandboxData data = sandbox.data();
            String id = data.add("calls", Map.of("voicemail", true, "start_time", NOW.minusSeconds(60)));
            Map<String, Object> record = data.rows("calls").get(0);
            assertThat(record)
                    .containsEntry("id", id)
                    .containsEntry("voicemail", true)
                    .containsEntry("answered", false)
                    .containsEntry("start_time", "2026-05-20T17:59:00.000Z")
                    .containsKeys("tracker_id", "company_id", "gclid");
            assertThat(record.get("call_type").toString()).startsWith("voicemail");
            assertThatThrownBy(() -> record.put("id", "x")).isInstanceOf(UnsupportedOperationException.class);
            data.edit("calls", id, Map.of("start_time", NOW.minusSeconds(30)));
            assertThat(data.rows("calls").get(0)).containsEntry("start_time", "2026-05-20T17:59:30.000Z");
        }
    }

    @Test
    void spreadsRecordsOverTheWholeTime() {
        try (CallRailSandbox sandbox = builder().empty().start()) {
            Instant from = NOW.minusSeconds(1000);
            sandbox.data().generate("calls", 10, from, NOW);
            List<Instant> times = sandbox.data().rows("calls").stream()
                    .map(record -> Times.instant("start_time", record.get("start_time")))
                    .toList();
            for (int i = 0; i < 10; i++) {
                assertThat(times.get(i)).isBetween(from.plusSeconds(100L * i), from.plusSeconds(100L * (i + 1)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone-calls", "calls-summary"})
    void saysWhatItHoldsNoRecordsOf(String report) {
        try (CallRailSandbox sandbox = builder().empty().start()) {
            assertThatThrownBy(() -> sandbox.data().add(report, Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(report);
        }
    }

    @Test
    void saysWhichRecordOrAccountIsNotThere() {
        try (CallRailSandbox sandbox = builder().empty().start()) {
            SandboxData data = sandbox.data();
            assertThatThrownBy(() -> data.remove("calls", "CAL1")).hasMessageContaining("CAL1");
            assertThatThrownBy(() -> data.edit("calls", "CAL1", Map.of())).hasMessageContaining("CAL1");
            assertThatThrownBy(() -> data.rows("ACC1", "calls")).hasMessageContaining(sandbox.accountId());
            String company = data.ids("companies").get(0);
            assertThatThrownBy(() -> data.edit("companies", company, Map.of("id", "COM1")))
                    .hasMessageContaining("cannot be changed");
            assertThatThrownBy(() -> data.add("calls", Map.of("start_time", "noon")))
                    .hasMessageContaining("start_time")
                    .hasMessageContaining("noon");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "calls, start_tim, Did you mean 'start_time'?",
        "calls, leadStatus, Did you mean 'lead_status'?",
        "tags, colour, Did you mean 'color'?",
        "form-submissions, extra, 'It has: blocked_number, campaign, company_id, '",
    })
    void rejectsAFieldThatTheReportDoesNotHave(String report, String field, String advice) {
        try (CallRailSandbox sandbox = builder().start()) {
            SandboxData data = sandbox.data();
            List<Map<String, Object>> before = data.rows(report);
            String id = data.ids(report).get(0);
            assertThatThrownBy(() -> data.add(report, Map.of(field, "x")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("'%s' has no field '%s'. %s".formatted(report, field, advice));
            assertThatThrownBy(() -> data.edit(report, id, Map.of(field, "x")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("'%s' has no field '%s'. %s".formatted(report, field, advice));
            assertThat(data.rows(report)).isEqualTo(before);
        }
    }

    @Test
    void takesEveryFieldOfARecord() {
        try (CallRailSandbox sandbox = builder().start()) {
            SandboxData data = sandbox.data();
            for (String report : SandboxEndpoints.all().stream()
                    .filter(SandboxEndpoint::paged)
                    .map(SandboxEndpoint::report)
                    .toList()) {
                data.rows(report).stream().limit(30).forEach(record -> {
                    data.edit(report, record.get("id").toString(), record);
                    Map<String, Object> copy = new LinkedHashMap<>(record);
                    // Of accounts it is not in the format that add() accepts.
                    copy.remove("created_at");
                    data.add(report, copy);
                });
            }
        }
    }

    @Test
    void accountsComeAndGoWithWhatTheyHold() {
        try (CallRailSandbox sandbox = builder().empty().start()) {
            Client client = new Client(sandbox);
            String second = sandbox.data().add("accounts", Map.of("name", "Second"));
            sandbox.data().add(second, "companies", Map.of());
            assertThat(client.absolute("/v3/a.json").each("accounts", "id"))
                    .containsExactly(sandbox.accountId(), second);
            assertThat(client.absolute("/v3/a/" + second + "/companies.json").each("companies", "id"))
                    .hasSize(1);
            sandbox.data().edit("accounts", second, Map.of("hipaa_account", true));
            assertThat(client.absolute("/v3/a.json?hipaa_account=true").each("accounts", "id"))
                    .containsExactly(second);
            sandbox.data().remove("accounts", second);
            assertThat(client.absolute("/v3/a/" + second + "/companies.json").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void versionTwoHasNumbersForIds() {
        try (CallRailSandbox sandbox = builder().start()) {
            Client client = new Client(sandbox);
            JsonNode accounts = client.absolute("/v2/a.json").json().path("accounts");
            long account = accounts.get(0).path("id").asLong();
            assertThat(account)
                    .isEqualTo(accounts.get(0).path("numeric_id").asLong())
                    .isBetween(100_000_000L, 999_999_999L);
            String base = "/v2/a/" + account + "/";
            JsonNode call = client.absolute(base + "calls.json?fields=company_id,tracker_id")
                    .json()
                    .path("calls")
                    .get(0);
            assertThat(call.path("id").isIntegralNumber()).isTrue();
            assertThat(call.path("id"))
                    .isEqualTo(client.absolute(base + "calls.json")
                            .json()
                            .path("calls")
                            .get(0)
                            .path("id"));
            long company = call.path("company_id").asLong();
            assertThat(client.absolute(base + "companies.json").each("companies", "id"))
                    .contains(Long.toString(company));
            JsonNode ofCompany = client.absolute(base + "calls.json?fields=company_id&company_id=" + company)
                    .json();
            assertThat(ofCompany.path("total_records").asInt()).isPositive();
            assertThat(ofCompany.path("calls"))
                    .allMatch(each -> each.path("company_id").asLong() == company);
            JsonNode tracker = client.absolute(base + "trackers.json")
                    .json()
                    .path("trackers")
                    .get(0);
            assertThat(tracker.path("company").path("id").isIntegralNumber()).isTrue();
            assertThat(client.absolute(base + "calls.json?relative_pagination=true&per_page=1")
                            .json()
                            .path("next_page")
                            .asText())
                    .startsWith("https://api.callrail.com" + base + "calls?");
        }
    }

    @Test
    void versionTwoHasOnlyTheReportsThatItHad() {
        try (CallRailSandbox sandbox = builder().start()) {
            Client client = new Client(sandbox);
            String company = sandbox.data().ids("companies").get(0);
            assertThat(SandboxEndpoints.all()).allSatisfy(endpoint -> {
                String path = endpoint.path().replace("{account}", sandbox.accountId()) + "?company_id=" + company;
                assertThat(client.absolute("/v3" + path).status()).isEqualTo(200);
                assertThat(client.absolute("/v2" + path).status()).isEqualTo(endpoint.inVersion2() ? 200 : 404);
            });
        }
    }
}
