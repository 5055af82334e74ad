package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Look-ups of the account and the time zone, which nobody asks for by themselves, when CallRail does not answer them.
 */
class LookUpTest extends SandboxTest {

    private static final String ACCOUNT =
            "Report 'accounts' was read only to find the account of report '%s'. With option 'accountId' set, it is"
                    + " not needed.";
    private static final String ZONE =
            "Report 'companies' was read only to find the time zone for the dates of report '%s'. With option"
                    + " 'timeZone' set, such as timeZone=America/New_York, it is not needed.";

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORIZED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "400, REFUSED",
        "302, REFUSED",
        "429, RATE_LIMITED",
        "503, UNAVAILABLE"
    })
    void aLookUpThatFailsSaysWhatForAndHowToDoWithout(int status, FailureKind kind) {
        for (String report : List.of("calls", "conversations", "sms-threads", "calls-summary", "calls-timeseries")) {
            assertExplained(
                    "accounts", status, kind, "callrail:" + report + "?timeZone=UTC", ACCOUNT.formatted(report));
            assertExplained(
                    "companies",
                    status,
                    kind,
                    "callrail:" + report + "?accountId=" + account(),
                    ZONE.formatted(report));
        }
        assertExplained("accounts", status, kind, "callrail:tags", ACCOUNT.formatted("tags"));
        assertExplained(
                "companies",
                status,
                kind,
                "callrail:calls?accountId=" + account() + "&companyId=" + company(),
                ZONE.formatted("calls"));
    }

    private void assertExplained(String lookUp, int status, FailureKind kind, String uri, String why) {
        sandbox.reset();
        sandbox.faults().always(lookUp, Fault.status(status, "{\"error\":\"no\"}"));
        CLOCK.advance(Duration.ofHours(2));

        CallRailException failure = failure(uri);

        assertThat(failure.getKind()).as(uri).isEqualTo(kind);
        assertThat(failure.getHttpResponseCode()).isEqualTo(status);
        assertThat(failure.getErrorText()).contains("no");
        assertThat(failure)
                .hasMessageStartingWith("CallRail answered HTTP " + status + " \"no\" to report '" + lookUp + "'")
                .hasMessageEndingWith(why);
        assertThat(sandbox.journal().requests()).hasSize(1);
    }

    @Test
    void aLookUpThatIsNotAnsweredSaysItToo() {
        sandbox.faults().always("companies", Fault.connectionReset());

        assertThat(failure("callrail:calls?accountId=" + account()).getMessage())
                .endsWith(ZONE.formatted("calls"));
        assertThat(failure("callrail:calls?accountId=" + account() + "&requestsPerHour=1"))
                .hasMessageStartingWith("Report 'companies' was not requested: the budget of 1 requests an hour")
                .hasMessageEndingWith(ZONE.formatted("calls"));
    }

    @Test
    void theOptionThatIsNamedHelps() {
        sandbox.faults().always("companies", Fault.status(403, ""));
        sandbox.faults().always("accounts", Fault.status(403, ""));

        records("callrail:calls?accountId=" + account() + "&timeZone=America/New_York");
        records("callrail:calls-summary?accountId=" + account() + "&timeZone=America/New_York");

        assertThat(sandbox.journal().requests()).hasSize(2);
    }

    @Test
    void aReportThatIsAskedForItselfExplainsNothing() {
        sandbox.faults().always("companies", Fault.status(403, ""));

        assertThat(failure("callrail:companies?accountId=" + account())).hasMessageNotContaining("was read only");
    }

    private void withoutCompanies() {
        sandbox.faults()
                .always(
                        "companies",
                        Fault.edit(answer -> Map.of(
                                "page",
                                1,
                                "per_page",
                                250,
                                "total_pages",
                                0,
                                "total_records",
                                0,
                                "companies",
                                List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls-summary", "calls-timeseries", "forms-summary"})
    void aSummaryIsNotTakenInUtcWhereTheKeySeesNoCompany(String report) {
        withoutCompanies();

        CallRailException failure = failure("callrail:" + report + "?accountId=" + account());

        assertThat(failure.getKind()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(failure)
                .hasMessage("The API key cannot see any company in account '" + account()
                        + "', so the time zone of its days is not" + " known, and report '" + report
                        + "' needs option 'timeZone'.");
        assertThat(sandbox.journal().requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls", "form-submissions", "conversations", "sms-threads"})
    void recordsAreTakenInUtcWithAWarningWhereTheKeySeesNoCompany(String report) {
        withoutCompanies();

        try (LogLines log = new LogLines()) {
            records("callrail:" + report + "?accountId=" + account());
            records("callrail:" + report + "?accountId=" + account());

            assertThat(log.lines())
                    .containsOnlyOnce("WARN The API key cannot see any company in account '" + account()
                            + "', so the time zone of its days is not known: days are taken as days in UTC. Set"
                            + " option 'timeZone' to change that.");
        }
        assertThat(latestQuery()).containsEntry("time_zone", "UTC");
    }

    @Test
    void whereAllCompaniesAreDisabledTheirZoneIsStillTheirs() {
        sandbox.data().ids("companies").forEach(id -> sandbox.data()
                .edit("companies", id, Map.of("status", "disabled")));

        records("callrail:calls-summary?accountId=" + account());

        assertThat(latestQuery()).containsEntry("time_zone", "America/New_York");
    }
}
