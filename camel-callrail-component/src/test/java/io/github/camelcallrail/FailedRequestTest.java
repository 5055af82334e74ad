package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user is told when CallRail, or the network before it, does not give what was asked. */
class FailedRequestTest extends SandboxTest {

    record Case(String name, Fault fault, FailureKind kind, int status, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> faults() {
        return Stream.of(
                new Case(
                        "wrong key",
                        Fault.status(401, "{\"error\":\"HTTP Token: Access denied\"}"),
                        FailureKind.UNAUTHORIZED,
                        401,
                        "CallRail answered HTTP 401 \"HTTP Token: Access denied\" to report 'calls' (GET /v3/a/ACC/calls.json)."
                                + " The API key is wrong or was revoked: check option 'apiKey'. Keys are created in CallRail's"
                                + " settings, under API keys."),
                new Case(
                        "no right",
                        Fault.status(403, "{\"error\":\"You do not have permission\"}"),
                        FailureKind.FORBIDDEN,
                        403,
                        "CallRail answered HTTP 403 \"You do not have permission\" to report 'calls' (GET"
                                + " /v3/a/ACC/calls.json). The API key's user may not see this, or it does not exist: check"
                                + " option 'accountId' (now 'ACC'), and the user's role in CallRail."),
                new Case(
                        "unknown account",
                        Fault.status(404, ""),
                        FailureKind.NOT_FOUND,
                        404,
                        "CallRail answered HTTP 404 to report 'calls' (GET /v3/a/ACC/calls.json). The API key's user may not see"
                                + " this, or it does not exist: check option 'accountId' (now 'ACC'), and the user's role in"
                                + " CallRail."),
                new Case(
                        "bad request",
                        Fault.status(400, "{\"errors\":[{\"field\":\"fields\",\"message\":\"is unknown\"}]}"),
                        FailureKind.REFUSED,
                        400,
                        "CallRail answered HTTP 400 \"fields; is unknown\" to report 'calls' (GET /v3/a/ACC/calls.json). Check the"
                                + " options of the endpoint, especially 'fields', 'filter.*' and the dates."),
                new Case(
                        "quota used up",
                        Fault.status(429, "too many"),
                        FailureKind.RATE_LIMITED,
                        429,
                        "CallRail answered HTTP 429 to report 'calls' (GET /v3/a/ACC/calls.json). The account's hourly or daily"
                                + " request quota is used up, by this route or by others. It recovers by itself."),
                new Case(
                        "maintenance",
                        Fault.status(503, "<html>down</html>"),
                        FailureKind.UNAVAILABLE,
                        503,
                        "CallRail answered HTTP 503 to report 'calls' (GET /v3/a/ACC/calls.json). CallRail is down or overloaded."
                                + " The same request may succeed later."),
                new Case(
                        "redirect",
                        Fault.redirect("https://elsewhere.example.com/"),
                        FailureKind.REFUSED,
                        302,
                        "CallRail answered HTTP 302 to report 'calls' (GET /v3/a/ACC/calls.json). It is not followed, because the"
                                + " API key would be sent along: check option 'baseUrl'."),
                new Case(
                        "no JSON",
                        Fault.garbage(),
                        FailureKind.MALFORMED,
                        200,
                        "The response for report 'calls' (GET /v3/a/ACC/calls.json, HTTP 200) is not what CallRail promises: it is"
                                + " not JSON."),
                new Case(
                        "no list",
                        Fault.missingArray(),
                        FailureKind.MALFORMED,
                        200,
                        "The response for report 'calls' (GET /v3/a/ACC/calls.json, HTTP 200) is not what CallRail promises: its"
                                + " list 'calls' is missing."),
                new Case(
                        "a list, but no object",
                        Fault.body("application/json", "[]"),
                        FailureKind.MALFORMED,
                        200,
                        "The response for report 'calls' (GET /v3/a/ACC/calls.json, HTTP 200) is not what CallRail promises: it is not a JSON object."),
                new Case(
                        "a list of no rows",
                        Fault.body("application/json", "{\"calls\":[1]}"),
                        FailureKind.MALFORMED,
                        200,
                        "The response for report 'calls' (GET /v3/a/ACC/calls.json, HTTP 200) is not what CallRail promises: its"
                                + " list 'calls' contains a value that is not an object."),
                new Case(
                        "a row without id",
                        Fault.body("application/json", "{\"calls\":[{\"answered\":true}]}"),
                        FailureKind.MALFORMED,
                        200,
                        "The response for report 'calls' (GET /v3/a/ACC/calls.json, HTTP 200) is not what CallRail promises: a record has no id."),
                new Case(
                        "nothing at all",
                        Fault.body("application/json", ""),
                        FailureKind.MALFORMED,
                        200,
                        "The response for report 'calls' (GET /v3/a/ACC/calls.json, HTTP 200) is not what CallRail promises: it is"
                                + " empty."),
                new Case(
                        "JSON that breaks off",
                        Fault.body("application/json", "{\"calls\":[{\"id\":\"CAL1\""),
                        FailureKind.NETWORK,
                        0,
                        "No complete response arrived for report 'calls': GET /v3/a/ACC/calls.json: the response is incomplete"),
                new Case(
                        "body that breaks off",
                        Fault.truncatedBody(),
                        FailureKind.NETWORK,
                        0,
                        "No complete response arrived for report 'calls': GET /v3/a/ACC/calls.json"),
                new Case(
                        "connection reset",
                        Fault.connectionReset(),
                        FailureKind.NETWORK,
                        0,
                        "No complete response arrived for report 'calls': GET /v3/a/ACC/calls.json"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatHappenedAndWhatToDo(Case expected) {
        calls(3);
        sandbox.faults().always(expected.fault);

        // Without fields of our choice, which a 400 would put under suspicion.
        CallRailException failure = failure(uri("calls", "fields=default"));

        assertThat(failure.getMessage().replace(account(), "ACC")).startsWith(expected.message);
        assertThat(failure.getKind()).isEqualTo(expected.kind);
        assertThat(failure.getHttpResponseCode()).isEqualTo(expected.status);
        assertThat(failure.getMessage()).doesNotContain(sandbox.apiKey());
        assertThat(sandbox.journal().lines()).hasSize(1);
    }

    @Test
    void carriesWhatCallRailSaidAndWhereItWasAsked() {
        sandbox.faults().always(Fault.status(422, "{\"message\":\"no\\nthanks\"}"));

        CallRailException failure = failure(uri("calls", ""));

        assertThat(failure.getErrorText()).contains("no thanks");
        assertThat(failure.getRequestPath()).contains("/v3/a/" + account() + "/calls.json");
    }

    @Test
    void theCompanyIsNamedWhereItMayBeWrong() {
        sandbox.faults().always(Fault.status(403, ""));

        assertThat(failure(uri("calls", "companyId=COM9"))).hasMessageContaining("and option 'companyId' (now 'COM9')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"caller-ids", "integration-filters", "message-flows"})
    void aReportThatCallRailRefusesToManyAccountsSaysSo(String report) {
        String uri = "callrail:" + report + "?accountId=" + account() + "&companyId=" + company();

        sandbox.faults().onRequest(report, 1, Fault.status(403, ""));
        assertThat(failure(uri))
                .hasMessageEndingWith(
                        "and the user's role in CallRail. CallRail denies this report to many accounts, whatever the user's role:"
                                + " CallRail's support can tell whether yours has it.");
        sandbox.faults().always(Fault.status(404, ""));
        assertThat(failure(uri)).hasMessageEndingWith("and the user's role in CallRail.");
    }

    @Test
    void noAccountIsBlamedForTheListOfAccounts() {
        sandbox.faults().always(Fault.status(403, ""));

        assertThat(failure("callrail:accounts"))
                .hasMessageEndingWith("check option 'baseUrl', and the user's role in CallRail.");
    }

    @Test
    void severalAccountsAreListedWithTheirNames() {
        try (var two = CallRailSandbox.builder().clock(CLOCK).accounts(2).start();
                CallRailContext own = new CallRailContext(two, CLOCK)) {
            Throwable failure = own.request("callrail:users").getException();

            assertThat(failure)
                    .isInstanceOf(CallRailException.class)
                    .hasMessageStartingWith(
                            "Option 'accountId' is not set, and the API key can see 2 accounts. Set it to one of: ");
            for (Map<String, Object> account : two.data().rows("accounts")) {
                assertThat(failure).hasMessageContaining(account.get("id") + " (" + account.get("name") + ")");
            }
        }
    }

    @Test
    void aKeyOfOneAccountNeedsNothingElse() {
        calls(2);

        assertThat(records("callrail:calls")).hasSize(2);
        assertThat(requests())
                .containsExactly(
                        "GET /v3/a.json?sort=name&order=asc&per_page=250&page=1",
                        "GET /v3/a/ACC/companies.json?sort=name&order=asc&per_page=250&page=1",
                        "GET /v3/a/ACC/calls.json?start_date=2026-03-08&end_date=2026-03-15T12:30"
                                + "&time_zone=America/New_York&sort=start_time&order=asc&per_page=250&page=1");

        sandbox.journal().requests();
        records("callrail:calls");
        assertThat(requests()).hasSize(4);
        CLOCK.advance(Duration.ofDays(1));
        records("callrail:calls");
        assertThat(requests()).hasSize(7);
    }
}
