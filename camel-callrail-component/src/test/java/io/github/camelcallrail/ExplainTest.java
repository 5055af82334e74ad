package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.ContraryBehavior;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code operation=explain} tells what reading a report takes, and requests next to nothing for it. */
class ExplainTest extends KeyCheckTesting {

    @Test
    void callsAreExplainedWithOneRequest() {
        CallRailRecord explained = explain("calls", "daysBack=29&timeZone=America/New_York");

        assertThat(explained.keySet())
                .containsExactly("report", "windows", "records", "requests", "requestsLeft", "minutes", "memory");
        assertThat(explained)
                .containsEntry("report", "calls")
                .containsEntry("requests", 2L)
                .containsEntry("requestsLeft", 999L)
                .containsEntry("minutes", 0L);
        assertThat((List<?>) explained.get("windows"))
                .singleElement()
                .isEqualTo(Map.of(
                        "start", "2026-02-14T00:00:00-05:00",
                        "end", "2026-03-15T12:30:00-04:00",
                        "zone", "America/New_York"));
        assertThat((Long) explained.get("records")).isBetween(300L, 400L);
        assertThat(sandbox.journal().lines())
                .singleElement()
                .asString()
                .contains("/calls.json?")
                .contains("per_page=1&page=1");
    }

    static Stream<String> lists() {
        return Stream.of(
                "calls?timeZone=UTC&daysBack=300&pageSize=100",
                "calls?timeZone=UTC&daysBack=300&pageSize=100&maxRecords=250",
                "form-submissions?timeZone=UTC&daysBack=60&pageSize=20",
                "conversations?timeZone=UTC&daysBack=300&pageSize=50",
                "sms-threads?timeZone=UTC&daysBack=300",
                "users?pageSize=4",
                "users?pageSize=15",
                "users?pageSize=4&maxRecords=6",
                "tags?maxRecords=3",
                "accounts?pageSize=250",
                "calls-summary?timeZone=UTC&groupBy=source",
                "calls-timeseries?timeZone=UTC&daysBack=300",
                "calls-timeseries?timeZone=UTC&daysBack=30&interval=hour",
                "forms-summary?timeZone=UTC");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void readingTakesWhatWasExplained(String report) {
        String account = report.startsWith("accounts") ? "" : "&accountId=" + sandbox.accountId();
        CallRailRecord explained =
                check("callrail:" + report + account + "&operation=explain").get(0);
        sandbox.reset();

        CallRailRecords read = check("callrail:" + report + account);

        assertThat(sandbox.journal().lines()).hasSize(((Long) explained.get("requests")).intValue());
        if (explained.get("records") != null) {
            assertThat(read).hasSize(((Long) explained.get("records")).intValue());
        }
    }

    @ParameterizedTest
    @CsvSource({"calls-summary", "calls-timeseries", "forms-summary"})
    void summariesAreExplainedWithoutARequest(String report) {
        CallRailRecord explained = explain(report, "daysBack=29&timeZone=UTC");

        assertThat(sandbox.journal().lines()).isEmpty();
        assertThat(explained).containsEntry("records", null).containsEntry("memory", null);
    }

    @Test
    void whatTheReportNeedsIsLookedUp() {
        check("callrail:calls?operation=explain");

        assertThat(sandbox.journal().lines()).hasSize(3);
        assertThat(sandbox.journal().lines().get(2)).contains("/calls.json?").contains("per_page=1&");
    }

    @Test
    void theBudgetDecidesHowLongItTakes() {
        String query = "timeZone=UTC&daysBack=300&pageSize=10&requestsPerHour=100";
        CallRailRecord explained = explain("calls", query + "&requestsPerDay=10000");
        long requests = (Long) explained.get("requests");
        assertThat(requests).isGreaterThan(300);
        assertThat(explained)
                .containsEntry("requestsLeft", 99L)
                .containsEntry("minutes", (requests + 1 + 99) / 100 * 60 - 60);

        assertThat(explain("calls", query + "&requestsPerDay=150"))
                .containsEntry("minutes", (requests + 2 + 149) / 150 * 1_440 - 1_440);
    }

    @Test
    void memoryIsAboutThatOfTheRecords() {
        CallRailRecord one = explain("calls", "timeZone=UTC&daysBack=29&maxRecords=1");
        CallRailRecord hundred = explain("calls", "timeZone=UTC&daysBack=29&maxRecords=100");

        assertThat((Long) one.get("memory")).isBetween(1_000L, 20_000L);
        assertThat((Long) hundred.get("memory")).isCloseTo(100 * (Long) one.get("memory"), within(100L));
    }

    @Test
    void withoutCountsNothingIsInvented() {
        sandbox.contrary(Set.of(ContraryBehavior.NO_TOTALS));

        assertThat(explain("calls", "timeZone=UTC"))
                .containsEntry("records", null)
                .containsEntry("requests", null)
                .containsEntry("minutes", null)
                .containsEntry("memory", null);
    }

    @Test
    void theMessageHasTheHeadersOfTheReport() {
        Exchange exchange = context.request(
                "callrail:calls?timeZone=UTC&operation=explain&accountId=" + sandbox.accountId(),
                Map.of(CallRailConstants.DAYS_BACK, 1));

        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(CallRailConstants.REPORT, "calls")
                .containsEntry(CallRailConstants.WINDOW_START, "2026-03-14T00:00:00Z");
        assertThat(exchange.getMessage().getBody(String.class)).startsWith("[{\"report\":\"calls\",\"windows\":[{");
    }

    @Test
    void anUnknownOperationIsRefusedAtStart() {
        assertThatThrownBy(() -> context.getEndpoint("callrail:calls?operation=explian"))
                .rootCause()
                .isInstanceOfSatisfying(CallRailException.class, failure -> assertThat(failure.getKind())
                        .isEqualTo(FailureKind.CONFIGURATION))
                .hasMessage(
                        "Option 'operation' of report 'calls' cannot be 'explian'. It takes: list, get, explain, refresh; did you"
                                + " mean 'explain'?");
    }

    @Test
    void aConsumerOnlyReads() {
        assertThatThrownBy(() -> context.consume("callrail:calls?operation=explain"))
                .hasRootCauseMessage("Option 'operation=explain' is for producers only and cannot be used by a"
                        + " consumer: leave it out, or send a message to the endpoint.");
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @Test
    void aMessageCannotChangeIt() {
        Exchange exchange = context.request("callrail:calls", Map.of("CamelCallRailOperation", "explain"));

        assertThat(exchange.getException()).hasMessageContaining("no header 'CamelCallRailOperation'");
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    private CallRailRecord explain(String report, String options) {
        CallRailRecords records = check("callrail:" + report + "?operation=explain&accountId=" + sandbox.accountId()
                + (options.isEmpty() ? "" : "&" + options));
        assertThat(records).hasSize(1);
        return records.get(0);
    }
}
