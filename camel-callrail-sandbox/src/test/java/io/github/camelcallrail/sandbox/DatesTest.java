package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of each record is its time, so that a response reads as a list of times. */
class DatesTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-11-15T17:30:00Z"));

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION = CallRailSandboxExtension.of(CallRailSandbox.builder()
            .clock(CLOCK)
            .companyZones(ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"))
            .empty());

    private CallRailSandbox sandbox;
    private Client client;

    @BeforeEach
    void client() {
        CLOCK.set(Instant.parse("2026-11-15T17:30:00Z"));
        sandbox = EXTENSION.sandbox();
        client = new Client(sandbox);
    }

    private void plant(String report, String... moments) {
        String timeField = SandboxEndpoints.of(report).timeField();
        for (String moment : moments) {
            sandbox.data().add(report, Map.of("id", moment, timeField, moment));
        }
    }

    private List<String> calls(String parameters) {
        Client.Reply reply = client.get("calls.json?" + parameters);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.each("calls", "id").stream().sorted().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                        | 2026-11-08T05:00:00Z 2026-11-15T17:30:00Z",
                "date_range=recent       | 2026-11-08T05:00:00Z 2026-11-15T17:30:00Z",
                "date_range=today        | 2026-11-15T05:00:00Z 2026-11-16T04:59:59.999Z",
                "date_range=yesterday    | 2026-11-14T05:00:00Z 2026-11-15T04:59:59.999Z",
                "date_range=last_7_days  | 2026-11-08T05:00:00Z 2026-11-15T04:59:59.999Z",
                "date_range=last_30_days | 2026-10-16T04:00:00Z 2026-11-15T04:59:59.999Z",
                "date_range=this_month   | 2026-11-01T04:00:00Z 2026-11-16T04:59:59.999Z",
                "date_range=last_month   | 2026-10-01T04:00:00Z 2026-11-01T03:59:59.999Z",
                "date_range=this_year    | 2026-01-01T05:00:00Z 2026-11-16T04:59:59.999Z",
                "date_range=last_year    | 2025-01-01T05:00:00Z 2026-01-01T04:59:59.999Z",
                "start_date=2026-11-01&end_date=2026-11-01       | 2026-11-01T04:00:00Z 2026-11-02T04:59:59.999Z",
                "start_date=2026-03-08&end_date=2026-03-08       | 2026-03-08T05:00:00Z 2026-03-09T03:59:59.999Z",
                "start_date=2026-11-01T01:30&end_date=2026-11-01T01:30 | 2026-11-01T05:30:00Z 2026-11-01T06:30:00Z",
                "start_date=2026-03-08T02:30&end_date=2026-03-08T03:30 | 2026-03-08T07:30:00Z 2026-03-08T07:30:00Z",
                "start_date=2026-11-03T10:00:00-08:00&end_date=2026-11-03T18:00:00Z "
                        + "| 2026-11-03T18:00:00Z 2026-11-03T18:00:00Z",
                "start_date=2026-11-03T10:00:00%2B0530&end_date=2026-11-03T04:30:00Z "
                        + "| 2026-11-03T04:30:00Z 2026-11-03T04:30:00Z",
                "start_date=2026-11-03&end_date=2026-11-03&time_zone=Asia/Kolkata "
                        + "| 2026-11-02T18:30:00Z 2026-11-03T18:29:59.999Z",
                "start_date=2026-04-05T01:45&end_date=2026-04-05T01:45&time_zone=Australia/Lord_Howe "
                        + "| 2026-04-04T14:45:00Z 2026-04-04T15:15:00Z",
                "start_date=2026-11-14 | 2026-11-14T05:00:00Z 2026-11-16T04:59:59.999Z",
                "end_date=2024-10-15   | 2024-10-15T04:00:00Z 2024-10-16T03:59:59.999Z",
            })
    void includesBothEndsAndNothingBeyond(String parameters, String ends) {
        List<String> moments = Arrays.asList(ends.split(" "));
        String first = moments.get(0);
        String last = moments.get(1);
        plant("calls", first, last);
        plant(
                "calls",
                Instant.parse(first).minusMillis(1).toString(),
                Instant.parse(last).plusMillis(1).toString());
        List<String> within = parameters == null || parameters.equals("date_range=recent")
                // Today counts to its end, so the millisecond after now is included.
                ? List.of(first, last, "2026-11-15T17:30:00.001Z")
                : moments;
        assertThat(calls(parameters == null ? "" : parameters))
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(within));
    }

    @ParameterizedTest
    @CsvSource({
        "start_date=2024-10-15&end_date=2024-10-20,200",
        "start_date=2024-10-14&end_date=2024-10-20,400",
        "start_date=2024-10-14T23:59&end_date=2024-10-20,400",
        "start_date=2024-10-15T00:00&end_date=2024-10-20,200",
        "date_range=all_time,400",
        "date_range=fortnight,400",
        "start_date=2026-11-03&end_date=2026-11-02,400",
        "start_date=yesterday&end_date=2026-11-02,400",
        "start_date=2026-02-30&end_date=2026-11-02,400",
        "time_zone=Mars/Olympus,400",
        "time_zone=user,200",
        "time_zone=EST,200",
        "time_zone=Pacific+Time+%28US+%26+Canada%29,200",
        "date_range=all_time&start_date=2026-11-01&end_date=2026-11-02,200",
    })
    void refusesWhatItCannotAnswer(String parameters, int status) {
        Client.Reply reply = client.get("calls.json?" + parameters);
        assertThat(reply.status()).isEqualTo(status);
        if (status == 400) {
            assertThat(reply.error()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31T12:00:00Z,2024-02-29",
        "2026-03-29T12:00:00Z,2024-02-29",
        "2026-03-28T12:00:00Z,2024-02-28",
        "2026-12-31T12:00:00Z,2024-11-30",
    })
    void keeps25CalendarMonths(String now, String earliest) {
        CLOCK.set(Instant.parse(now));
        String before = LocalDate.parse(earliest).minusDays(1).toString();
        assertThat(client.get("calls.json?start_date=" + earliest).status()).isEqualTo(200);
        assertThat(client.get("calls.json?start_date=" + before).status()).isEqualTo(400);
    }

    @Test
    void answersCallsInTheZoneAskedFor() {
        plant("calls", "2026-11-15T16:00:00.123Z");
        assertThat(client.get("calls.json").each("calls", "start_time"))
                .containsExactly("2026-11-15T11:00:00.123-05:00");
        assertThat(client.get("calls.json", "time_zone", "Asia/Kolkata", "fields", "created_at")
                        .each("calls", "created_at"))
                .containsExactly("2026-11-15T21:30:00+05:30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form-submissions", "conversations", "sms-threads"})
    void filtersEveryDatedReportByItsOwnField(String report) {
        plant(
                report,
                "2026-11-02T04:59:59.999Z",
                "2026-11-02T05:00:00Z",
                "2026-11-03T12:00:00Z",
                "2026-11-04T05:00:00Z");
        SandboxEndpoint endpoint = SandboxEndpoints.of(report);
        String path = endpoint.path().substring("/a/{account}/".length());
        assertThat(client.get(path, "start_date", "2026-11-02", "end_date", "2026-11-03")
                        .each(endpoint.arrayKey(), "id"))
                .containsExactly("2026-11-03T12:00:00Z", "2026-11-02T05:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "start_date=2026-11-02&end_date=2026-11-03,200",
        "date_range=today,200",
        "start_date=2026-11-02,400",
        "end_date=2026-11-02,400",
        "start_date=2026-11-02T00:00&end_date=2026-11-03T00:00,400",
    })
    void smsThreadsTakeTwoDaysOnly(String parameters, int status) {
        assertThat(client.get("sms-threads.json?" + parameters).status()).isEqualTo(status);
    }

    @Test
    void ignoresDatesWhereAReportHasNone() {
        assertThat(client.get("companies.json?start_date=1999-01-01&date_range=nonsense&time_zone=Mars")
                        .json()
                        .path("companies")
                        .size())
                .isEqualTo(2);
    }
}
