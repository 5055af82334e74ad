package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummariesTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-05-20T18:00:00Z"));

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION =
            CallRailSandboxExtension.of(CallRailSandbox.builder().clock(CLOCK).empty());

    private CallRailSandbox sandbox;
    private Client client;

    @BeforeEach
    void plant() {
        sandbox = EXTENSION.sandbox();
        client = new Client(sandbox);
        call("2026-05-18T15:00:00Z", true, 100, "Facebook", "good_lead", true);
        call("2026-05-18T16:00:00Z", true, 51, "Facebook", null, false);
        call("2026-05-20T16:00:00Z", false, 10, "Direct", null, true);
        call("2026-05-20T17:00:00Z", true, 200, null, "good_lead", false);
        call("2026-05-20T17:30:00Z", null, null, null, null, false);
    }

    private void call(String at, Boolean answered, Integer seconds, String source, String lead, boolean first) {
        Map<String, Object> record = new HashMap<>();
        record.put("start_time", at);
        record.put("direction", "inbound");
        record.put("answered", answered);
        record.put("duration", seconds);
        record.put("source", source);
        record.put("lead_status", lead);
        record.put("first_call", first);
        sandbox.data().add("calls", record);
    }

    @Test
    void countsWhatIsAskedForAndNothingElse() {
        JsonNode plain = client.get("calls/summary.json").json();
        assertThat(plain.toString())
                .isEqualTo("{\"start_date\":\"2026-05-13T00:00:00-0400\",\"end_date\":\"2026-05-20T23:59:59-0400\","
                        + "\"time_zone\":\"Eastern Time (US & Canada)\",\"total_results\":{\"total_calls\":5}}");
        JsonNode totals = client.get(
                        "calls/summary.json",
                        "fields",
                        "total_calls,answered_calls,missed_calls,first_time_callers,leads,average_duration,"
                                + "formatted_average_duration,abandoned_calls")
                .json()
                .path("total_results");
        assertThat(totals.toString())
                .isEqualTo("{\"total_calls\":5,\"answered_calls\":3,\"missed_calls\":1,\"first_time_callers\":2,"
                        + "\"leads\":2,\"average_duration\":90,\"formatted_average_duration\":\"1m 30s\","
                        + "\"abandoned_calls\":0}");
    }

    @Test
    void groupsAndKeepsRecordsWithoutAValue() {
        JsonNode grouped = client.get("calls/summary.json", "group_by", "source", "fields", "total_calls,leads")
                .json();
        assertThat(grouped.path("grouped_by").asText()).isEqualTo("source");
        assertThat(grouped.path("grouped_results").toString())
                .isEqualTo("[{\"key\":\"Facebook\",\"total_calls\":2,\"leads\":1},"
                        + "{\"key\":null,\"total_calls\":2,\"leads\":1},"
                        + "{\"key\":\"Direct\",\"total_calls\":1,\"leads\":0}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "min_duration=51                      | 3",
                "min_duration=52&max_duration=199     | 1",
                "direction=all&device=all             | 5",
                "answer_status=answered               | 3",
                "first_time_callers=true              | 2",
                "first_time_callers=false             | 3",
                "lead_status=good_lead                | 2",
                "lead_status=not_scored               | 3",
                "search=face                          | 2",
                "start_date=2026-05-19                | 3",
                "agent=USR99999999999999999999999999999999 | 0",
            })
    void filters(String parameters, int total) {
        assertThat(total("calls/summary.json?" + parameters)).isEqualTo(total);
        assertThat(total("calls/timeseries.json?" + parameters)).isEqualTo(total);
    }

    private int total(String request) {
        return client.get(request)
                .json()
                .path("total_results")
                .path("total_calls")
                .asInt(-1);
    }

    @Test
    void filtersByTrackersTagsAndAgent() {
        SandboxData data = sandbox.data();
        String agent = data.add("users", Map.of("email", "agent@example.com"));
        List<String> calls = data.ids("calls");
        data.edit("calls", calls.get(0), Map.of("tracker_id", "TRK1", "agent_email", "agent@example.com"));
        data.edit("calls", calls.get(1), Map.of("tracker_id", "TRK2", "tags", List.of("One")));
        data.edit("calls", calls.get(2), Map.of("tags", List.of(Map.of("name", "Two"))));
        assertThat(total("calls/summary.json?tracker_ids%5B%5D=TRK1&tracker_ids%5B%5D=TRK2"))
                .isEqualTo(2);
        assertThat(total("calls/summary.json?tags=One,Two")).isEqualTo(2);
        assertThat(total("calls/summary.json?tags%5B%5D=One")).isEqualTo(1);
        assertThat(total("calls/summary.json?tags%5B%5D=One&tags%5B%5D=Two")).isEqualTo(2);
        assertThat(total("calls/summary.json?tags%5B%5D=One,Two")).isZero();
        assertThat(total("calls/summary.json?agent=" + agent)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls/summary.json?group_by=tracker | group_by must be: 'company, company_id, source, keywords, "
                        + "campaign, referrer, landing_page, last_requested_page'",
                "calls/timeseries.json?interval=fortnight | interval must be: 'hour, day, week, month, year'",
                "forms/summary.json?group_by=medium | group_by must be: 'source, keywords, campaign, referrer, "
                        + "landing_page, form_name, company'",
                "calls/summary.json?fields=gclid | Invalid value for fields: gclid",
                "forms/summary.json?fields=total_calls | Invalid value for fields: total_calls",
            })
    void refusesUnknownNamesAndSaysWhichThereAre(String request, String message) {
        Client.Reply reply = client.get(request);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error()).isEqualTo(message);
    }

    @Test
    void aSeriesHasEveryDayAndAKeyBesideEachDate() {
        JsonNode series = client.get(
                        "calls/timeseries.json",
                        "start_date",
                        "2026-05-18",
                        "end_date",
                        "2026-05-20",
                        "fields",
                        "total_calls,leads")
                .json();
        assertThat(series.path("data").toString())
                .isEqualTo("[{\"key\":\"2026-05-18\",\"date\":\"2026-05-18\",\"total_calls\":2,\"leads\":1},"
                        + "{\"key\":\"2026-05-19\",\"date\":\"2026-05-19\",\"total_calls\":0,\"leads\":0},"
                        + "{\"key\":\"2026-05-20\",\"date\":\"2026-05-20\",\"total_calls\":3,\"leads\":1}]");
        assertThat(series.path("total_results").toString()).isEqualTo("{\"total_calls\":5,\"leads\":2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interval=week&start_date=2026-05-16&end_date=2026-05-20 | 2026-05-11 2026-05-18",
                "interval=month&start_date=2026-01-31&end_date=2026-03-01 | 2026-01-01 2026-02-01 2026-03-01",
                "interval=year&start_date=2025-12-31&end_date=2026-01-01 | 2025-01-01 2026-01-01",
                "interval=hour&start_date=2026-05-20T16:30&end_date=2026-05-20T18:00&time_zone=UTC "
                        + "| 2026-05-20T16:00:00-0000 2026-05-20T17:00:00-0000 2026-05-20T18:00:00-0000",
                "interval=hour&start_date=2025-11-02T00:10&end_date=2025-11-02T02:10 "
                        + "| 2025-11-02T00:00:00-0400 2025-11-02T01:00:00-0400 2025-11-02T01:00:00-0500 "
                        + "2025-11-02T02:00:00-0500",
                "interval=hour&start_date=2026-03-08T01:10&end_date=2026-03-08T03:10 "
                        + "| 2026-03-08T01:00:00-0500 2026-03-08T03:00:00-0400",
                "interval=hour&start_date=2025-10-05T01:10&end_date=2025-10-05T04:15&time_zone=Australia/Lord_Howe "
                        + "| 2025-10-05T01:00:00+1030 2025-10-05T02:30:00+1100 2025-10-05T03:00:00+1100 "
                        + "2025-10-05T04:00:00+1100",
                "interval=day&start_date=2026-05-19&end_date=2026-05-20&time_zone=Asia/Kolkata | 2026-05-19 2026-05-20",
            })
    void cutsTimeIntoSteps(String parameters, String dates) {
        assertThat(client.get("calls/timeseries.json?" + parameters).each("data", "date"))
                .containsExactly(dates.split(" "));
    }

    @Test
    void hoursHoldEveryCallWhereClocksChangeByHalfAnHour() {
        sandbox.data()
                .generate("calls", 40, Instant.parse("2026-04-04T13:00:00Z"), Instant.parse("2026-04-04T18:00:00Z"));
        JsonNode series = client.get("calls/timeseries.json?interval=hour&start_date=2026-04-05&end_date=2026-04-05"
                        + "&time_zone=Australia/Lord_Howe")
                .json();
        int sum = StreamSupport.stream(series.path("data").spliterator(), false)
                .mapToInt(point -> point.path("total_calls").asInt())
                .sum();
        assertThat(sum).isEqualTo(40);
        assertThat(series.path("data").size()).isEqualTo(24);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-02,200", "2025-11-01,400"})
    void hasAtMost200Points(String start, int status) {
        assertThat(client.get("calls/timeseries.json?start_date=" + start + "&end_date=2026-05-20")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void countsForms() {
        for (String status : new String[] {"good_lead", "not_a_lead"}) {
            sandbox.data()
                    .add(
                            "form-submissions",
                            Map.of(
                                    "lead_status",
                                    status,
                                    "first_form",
                                    true,
                                    "source",
                                    "Direct",
                                    "form_name",
                                    "Contact us"));
        }
        JsonNode summary = client.get("forms/summary.json?fields=total_forms,first_forms,leads&group_by=source")
                .json();
        assertThat(summary.path("total_results").toString())
                .isEqualTo("{\"total_forms\":2,\"first_forms\":2,\"leads\":1}");
        assertThat(summary.path("grouped_results").get(0).path("key").asText()).isEqualTo("direct");
    }

    @Test
    void agreesWithTheListOfTheSameCalls() {
        sandbox.data()
                .generate("calls", 150, Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-05-20T00:00:00Z"));
        String same = "start_date=2026-05-04&end_date=2026-05-15&direction=inbound&time_zone=UTC";
        List<String> sources = new ArrayList<>(
                client.get("calls.json?per_page=250&fields=source&" + same).each("calls", "source"));
        JsonNode groups =
                client.get("calls/summary.json?group_by=source&" + same).json().path("grouped_results");
        assertThat(groups).isNotEmpty().allSatisfy(group -> assertThat(
                        group.path("total_calls").asInt())
                .isEqualTo((int) sources.stream()
                        .filter(source -> source.equals(group.path("key").asText()))
                        .count()));
        assertThat(total("calls/summary.json?" + same)).isEqualTo(sources.size());
    }
}
