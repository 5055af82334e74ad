package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.camelcallrail.catalogue.Field;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Fault;
import io.github.camelcallrail.sandbox.Quota;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong is one record, and the check continues, unless nothing can succeed any more. */
class KeyCheckFailuresTest extends KeyCheckTesting {

    private static final String PAGE = "<!DOCTYPE html><html><body>Please sign in</body></html>";

    @Test
    void aWrongKeyEndsIt() {
        context.close();
        context = new CallRailContext(sandbox.baseUrl(), "another-key", CLOCK);

        CallRailRecords records = check();

        assertFound(records, "key", "refused", "CallRail does not know the API key (HTTP 401).");
        assertThat(outcomes(records)).containsEntry("refused", 3L).containsOnlyKeys("refused", "unknown");
        assertFound(records, "report-calls", "unknown", "Not tried: CallRail does not accept the key.");
        assertThat(sandbox.journal().lines()).hasSize(1);
        assertThat(records.toString()).doesNotContain("another-key");
    }

    @Test
    void aKeyWithoutAccounts() {
        sandbox.faults().always("accounts", empty("accounts"));

        CallRailRecords records = check();

        assertFound(records, "key", "ok", "CallRail accepts the API key.");
        assertFound(records, "accounts", "refused", "The key can see no account.");
        assertFound(records, "companies", "unknown", "Not tried: no account is known.");
        assertThat(sandbox.journal().lines()).hasSize(1);
    }

    @Test
    void anAccountWithoutCompanies() {
        sandbox.faults().always("companies", empty("companies"));

        CallRailRecords records = check();

        assertFound(records, "companies", "unknown", "The key can see no company in the account.");
        assertThat(with(records, "unknown"))
                .containsExactly(
                        "companies",
                        "report-caller-ids",
                        "report-integrations",
                        "report-integration-filters",
                        "webhooks");
        assertFound(records, "report-integrations", "unknown", "Not tried: no company is known.");
        assertThat(with(records, "differs")).isEmpty();
    }

    @Test
    void aDisabledCompany() {
        List<String> companies = sandbox.data().ids("companies");
        sandbox.data().edit("companies", companies.get(0), Map.of("status", "disabled", "time_zone", "Asia/Tokyo"));

        CallRailRecords records = check();

        assertFound(records, "companies", "ok", "3 companies, of which 1 disabled; time zone America/New_York.");
        assertThat(sandbox.journal().lines())
                .filteredOn(line -> line.contains("/caller_ids.json"))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("company_id=COM").doesNotContain(companies.get(0)));
        assertThat(with(records, "differs")).isEmpty();
    }

    @Test
    void companiesInSeveralZones() {
        try (CallRailSandbox several = CallRailSandbox.builder()
                        .clock(CLOCK)
                        .companyZones(ZoneId.of("America/Denver"), ZoneId.of("America/Chicago"))
                        .start();
                CallRailContext other = new CallRailContext(several, CLOCK)) {
            CallRailRecords records =
                    other.request("callrail:check").getMessage().getBody(CallRailRecords.class);

            assertFound(records, "companies", "ok", "2 companies; time zones America/Chicago, America/Denver.");
            assertThat(with(records, "differs")).isEmpty();
        }
    }

    @Test
    void severalAccounts() {
        try (CallRailSandbox several =
                        CallRailSandbox.builder().clock(CLOCK).accounts(3).start();
                CallRailContext other = new CallRailContext(several, CLOCK)) {
            CallRailRecords records =
                    other.request("callrail:check").getMessage().getBody(CallRailRecords.class);

            assertFound(records, "accounts", "ok", "The key can see 3 accounts. Only the first is checked: ACC…");
            assertThat(outcomes(records)).containsOnlyKeys("ok");
        }
    }

    @Test
    void reportsThatAreDenied() {
        sandbox.faults().always("form-submissions", Fault.status(403, "{\"error\":\"no\"}"));
        sandbox.faults().always("caller-ids", Fault.status(403, ""));

        CallRailRecords records = check();

        assertThat(with(records, "refused")).containsExactly("report-form-submissions", "report-caller-ids");
        assertFound(records, "report-caller-ids", "refused", "The key's user may not read it (HTTP 403).");
        assertThat(outcomes(records)).containsOnlyKeys("ok", "refused");
    }

    @Test
    void callsThatAreDeniedLeaveTheRest() {
        sandbox.faults().always("calls", Fault.status(403, ""));

        CallRailRecords records = check();

        assertThat(with(records, "refused")).containsExactly("report-calls");
        assertFound(records, "end-date", "unknown", "Not tried: calls cannot be read.");
        assertThat(with(records, "unknown"))
                .containsExactly(
                        "sort", "order", "page-size", "times-of-day", "end-date", "time-zone", "offsets", "links");
    }

    @Test
    void pagesInPlaceOfSingleReports() {
        sandbox.faults().always("tags", Fault.body("text/html", PAGE));
        sandbox.faults().always("leads", Fault.garbage());
        sandbox.faults().always("users", Fault.redirect("https://login.example.com/"));
        sandbox.faults().always("trackers", Fault.status(503, PAGE));
        sandbox.faults().always("notifications", Fault.emptyAnswer());
        sandbox.faults().always("message-flows", Fault.missingArray());
        sandbox.faults().always("summary-emails", Fault.body("application/json", "[]"));

        CallRailRecords records = check();

        assertFound(records, "report-tags", "differs", "The response is an HTML page (HTTP 200).");
        assertFound(records, "report-leads", "differs", "The response is an HTML page (HTTP 200).");
        assertFound(records, "report-users", "differs", "The response is not CallRail's (HTTP 302).");
        assertFound(records, "report-trackers", "unknown", "CallRail is down or overloaded (HTTP 503).");
        assertFound(records, "report-notifications", "unknown", "No complete response arrived (");
        assertFound(records, "report-message-flows", "differs", "The response has no list 'message-flows'.");
        assertFound(records, "report-summary-emails", "differs", "The response is not the JSON that CallRail promises");
        assertThat(outcomes(records)).containsEntry("differs", 5L).containsEntry("unknown", 2L);
    }

    @ParameterizedTest
    @CsvSource({
        "200, The response is an HTML page (HTTP 200).",
        "302, The response is not CallRail's (HTTP 302).",
        "407, The response is not CallRail's (HTTP 407)."
    })
    void aProxyInPlaceOfCallRail(int status, String detail) throws Exception {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        proxy.start();
        try {
            context.close();
            context =
                    new CallRailContext("http://localhost:" + proxy.getAddress().getPort(), "key", CLOCK);

            CallRailRecords records = check();
            assertFound(records, "key", "differs", detail);
            assertFound(records, "report-calls", "unknown", "Not tried: no account is known.");
            assertThat(requests(records)).isEqualTo(1);

            CallRailRecords named = check("callrail:check?accountId=ACC1234");
            assertFound(named, "report-calls", "differs", detail);
            assertThat(outcomes(named)).containsOnlyKeys("differs", "unknown");
            // The reports of a company need one.
            assertThat(requests(named)).isEqualTo(16);
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void nobodyAnswers() {
        sandbox.faults().always(Fault.connectionReset());

        CallRailRecords records = check("callrail:check?accountId=" + sandbox.accountId());

        assertFound(records, "key", "unknown", "No complete response arrived (");
        assertFound(records, "report-tags", "unknown", "Not tried: several requests in a row got no complete response");
        assertThat(outcomes(records)).containsOnlyKeys("unknown");
        assertThat(requests(records)).isEqualTo(3);
    }

    @Test
    void aHiccupIsRetriedOnce() {
        sandbox.faults().onRequest(2, Fault.status(503, ""));

        CallRailRecords records = check("callrail:check?maxRetries=4");

        assertThat(outcomes(records)).containsOnlyKeys("ok");
        assertThat(of(records, "companies")).containsEntry("requests", 2);
    }

    @Test
    void rejectedFieldsAreFound() {
        sandbox.faults().refuseField("calls", "lead_score");

        CallRailRecords records = check();

        assertFound(records, "report-calls", "differs", "CallRail rejects these fields: lead_score.");
        assertThat(of(records, "report-calls"))
                .extracting("advice")
                .asString()
                .contains("Option fields=-lead_score leaves them out.");
        assertThat(with(records, "differs")).containsExactly("report-calls");
        assertThat(sandbox.journal().lines()).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void theNumberOfRequestsIsLimited() {
        for (Report report : ReportCatalogue.all()) {
            List<String> requested =
                    report.fields().onlyRequested().stream().map(Field::name).toList();
            requested.stream()
                    .filter(field -> requested.indexOf(field) % 3 == 0)
                    .forEach(field -> sandbox.faults().refuseField(report.name(), field));
        }

        CallRailRecords records = check();

        assertThat(sandbox.journal().lines()).hasSize(60);
        assertThat(requests(records)).isEqualTo(60);
        assertFound(records, "report-calls", "differs", "CallRail rejects at least one of these fields: ");
        assertFound(records, "webhooks", "unknown", "Not tried: a check sends at most 60 requests.");
    }

    @Test
    void theBudgetIsRespected() {
        CallRailRecords records = check("callrail:check?requestsPerHour=10&budgetWait=0");

        // The list of accounts belongs to no account.
        assertThat(sandbox.journal().lines()).hasSize(11);
        assertThat(with(records, "ok").get(0)).isEqualTo("key");
        assertFound(records, "links", "unknown", "Not tried: ");
        assertFound(
                records, "report-caller-ids", "unknown", "Not tried: no further request may be sent at the moment.");
    }

    @Test
    void anExhaustedQuotaEndsIt() {
        try (CallRailSandbox small = CallRailSandbox.builder()
                        .clock(CLOCK)
                        .quota(Quota.of(5, 100))
                        .start();
                CallRailContext other = new CallRailContext(small, CLOCK)) {
            CallRailRecords records =
                    other.request("callrail:check?budgetWait=0").getMessage().getBody(CallRailRecords.class);

            assertThat(small.journal().lines()).hasSize(7);
            assertFound(records, "report-companies", "ok", "");
            assertFound(records, "report-tags", "unknown", "Not tried: no further request may be sent at the moment.");
        }
    }

    @Test
    void whatHeadersAndClocksSay() {
        sandbox.faults()
                .always(Fault.headers(Map.of(
                        "X-Rate-Limit-Hourly-Allowed", "500",
                        "X-Rate-Limit-Hourly-Used", "3",
                        "X-Rate-Limit-Daily-Allowed", "9000",
                        "X-Rate-Limit-Daily-Used", "30")));

        assertFound(check(), "rate-headers", "differs", "CallRail allows 500 requests an hour and 9000 a day.");
        assertFound(
                check("callrail:check?requestsPerHour=500&requestsPerDay=9000"),
                "rate-headers",
                "ok",
                "CallRail allows 500 requests an hour and 9000 a day.");
    }

    @Test
    void aClockThatIsWrong() {
        try (CallRailSandbox ahead = CallRailSandbox.builder()
                        .clock(CLOCK)
                        .dateAhead(Duration.ofMinutes(-5))
                        .start();
                CallRailContext other = new CallRailContext(ahead, CLOCK)) {
            CallRailRecords records =
                    other.request("callrail:check").getMessage().getBody(CallRailRecords.class);

            assertThat(with(records, "differs")).containsExactly("clock");
            assertFound(records, "clock", "differs", "This machine's clock is 300 s ahead of CallRail's.");
        }
    }

    @Test
    void anAccountWithoutRecords() {
        try (CallRailSandbox empty =
                        CallRailSandbox.builder().clock(CLOCK).empty().start();
                CallRailContext other = new CallRailContext(empty, CLOCK)) {
            CallRailRecords records =
                    other.request("callrail:check").getMessage().getBody(CallRailRecords.class);

            assertThat(outcomes(records)).containsOnlyKeys("ok", "unknown");
            assertThat(with(records, "unknown"))
                    .containsExactly(
                            "sort",
                            "order",
                            "newest-first",
                            "page-size",
                            "times-of-day",
                            "end-date",
                            "time-zone",
                            "offsets",
                            "links");
            assertFound(records, "sort", "unknown", "There are fewer than 4 calls of different length");
        }
    }

    @Test
    void versionTwoLacksReports() {
        CallRailRecords records = check("callrail:check?apiVersion=v2");

        assertThat(with(records, "unknown"))
                .containsExactly(
                        "report-forms-summary",
                        "report-sms-threads",
                        "report-message-flows",
                        "report-leads",
                        "report-integration-filters");
        assertThat(with(records, "differs")).containsExactly("text-ids");
    }

    private static Fault empty(String list) {
        return Fault.edit(answer -> {
            Map<String, Object> edited = new HashMap<>(answer);
            edited.put(list, List.of());
            edited.put("total_records", 0);
            edited.put("total_pages", 0);
            return edited;
        });
    }
}
