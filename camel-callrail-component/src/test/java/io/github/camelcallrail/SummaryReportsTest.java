package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.CallRailRecords;
import io.github.camelcallrail.sandbox.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

/** The reports that CallRail computes: one answer, a record a group or a step, the totals in a header. */
class SummaryReportsTest extends SandboxTest {

    private static final String DATES = "start_date=2026-03-08&end_date=2026-03-15&time_zone=America/New_York";

    private void call(String startTime, String source, int seconds, boolean answered) {
        sandbox.data()
                .add(
                        "calls",
                        Map.of(
                                "start_time", startTime,
                                "source", source,
                                "duration", seconds,
                                "answered", answered,
                                "voicemail", false,
                                "direction", "inbound"));
    }

    private void threeCalls() {
        call("2026-03-09T10:00:00.000-04:00", "Google Ads", 60, true);
        call("2026-03-10T10:00:00.000-04:00", "Google Ads", 30, true);
        call("2026-03-10T11:00:00.000-04:00", "Direct", 0, false);
    }

    private static Map<?, ?> totals(Message message) {
        return message.getHeader(CallRailConstants.TOTALS, Map.class);
    }

    @Test
    void callSummaryWithoutGroupsIsOneRecordOfTotals() {
        threeCalls();

        Message message = requested(uri("calls-summary", ""), Map.of()).getMessage();

        CallRailRecords records = message.getBody(CallRailRecords.class);
        assertThat(records).hasSize(1);
        assertThat(records.get(0))
                .containsEntry("total_calls", 3)
                .containsEntry("answered_calls", 2)
                .containsEntry("missed_calls", 1)
                .doesNotContainKey("key");
        assertThat(totals(message)).isEqualTo(records.get(0));
        assertThat(requests()).containsExactly("GET /v3/a/ACC/calls/summary.json?" + DATES + "&");
        assertThat(latestQuery())
                .containsEntry(
                        "fields",
                        "total_calls,missed_calls,answered_calls,first_time_callers,average_duration,"
                                + "formatted_average_duration,leads");
    }

    @Test
    void callSummaryByGroupIsARecordAGroup() {
        threeCalls();

        Message message =
                requested(uri("calls-summary", "groupBy=source"), Map.of()).getMessage();

        CallRailRecords records = message.getBody(CallRailRecords.class);
        assertThat(records)
                .extracting(record -> record.get("key"), record -> record.get("total_calls"))
                .containsExactlyInAnyOrder(tuple("Google Ads", 2), tuple("Direct", 1));
        assertThat(totals(message).get("total_calls")).isEqualTo(3);
        assertThat(message.getHeader(CallRailConstants.WINDOW_START)).isEqualTo("2026-03-08T00:00:00-05:00");
        assertThat(message.getHeader(CallRailConstants.WINDOW_END)).isEqualTo("2026-03-15T23:59:59-04:00");
        assertThat(message.getHeader(CallRailConstants.WINDOW_ZONE)).isEqualTo("America/New_York");
        assertThat(requests()).containsExactly("GET /v3/a/ACC/calls/summary.json?" + DATES + "&group_by=source&");
    }

    @Test
    void consumerGivesTheGroupsOneByOneWithTheTotals() throws Exception {
        threeCalls();

        List<Exchange> received = context.poll(uri("calls-summary", "groupBy=source"));

        assertThat(received).hasSize(2).allSatisfy(exchange -> {
            assertThat(totals(exchange.getMessage()).get("total_calls")).isEqualTo(3);
            assertThat(exchange.getMessage().getHeader(CallRailConstants.RECORD_ID))
                    .isNull();
        });
        assertThat(requests()).containsExactly("GET /v3/a/ACC/calls/summary.json?" + DATES + "&group_by=source&");
    }

    @Test
    void chosenMetricsKeepTheLabelOfTheGroup() {
        threeCalls();

        CallRailRecords records = records(uri("calls-summary", "groupBy=source&fields=missed_calls,total_calls"));

        assertThat(records.get(0).keySet()).containsExactly("key", "missed_calls", "total_calls");
        assertThat(latestQuery()).containsEntry("fields", "missed_calls,total_calls");
    }

    @Test
    void summaryOptionsAreSentByTheirNames() {
        records(uri(
                "calls-summary",
                "companyId=" + company() + "&userId=USR1&trackerId=TRK1,TRK2&search=Google&filter.min_duration=10"
                        + "&filter.first_time_callers=true&filter.tags=A&filter.tags=B&groupBy=keywords"));

        assertThat(latestQuery())
                .containsEntry("company_id", company())
                .containsEntry("agent", "USR1")
                .containsEntry("tracker_ids[]", "TRK1 and TRK2")
                .containsEntry("search", "Google")
                .containsEntry("min_duration", "10")
                .containsEntry("first_time_callers", "true")
                .containsEntry("tags[]", "A and B")
                .containsEntry("group_by", "keywords");
    }

    @Test
    void formsSummaryCountsForms() {
        sandbox.data().add("form-submissions", Map.of("submitted_at", "2026-03-09T12:00:00Z", "form_name", "Quote"));
        sandbox.data().add("form-submissions", Map.of("submitted_at", "2026-03-10T12:00:00Z", "form_name", "Quote"));

        CallRailRecords records = records(uri("forms-summary", "groupBy=form_name"));

        assertThat(records).singleElement().satisfies(record -> assertThat(record)
                .containsEntry("key", "Quote")
                .containsEntry("total_forms", 2));
        assertThat(requests()).containsExactly("GET /v3/a/ACC/forms/summary.json?" + DATES + "&group_by=form_name&");
        assertThat(latestQuery()).containsEntry("fields", "total_forms,first_forms,leads");
    }

    @Test
    void timeSeriesIsARecordAStep() throws Exception {
        threeCalls();

        List<Exchange> received = context.poll(uri("calls-timeseries", ""));

        assertThat(received)
                .extracting(exchange ->
                        exchange.getMessage().getBody(CallRailRecord.class).get("date"))
                .containsExactly(
                        "2026-03-08",
                        "2026-03-09",
                        "2026-03-10",
                        "2026-03-11",
                        "2026-03-12",
                        "2026-03-13",
                        "2026-03-14",
                        "2026-03-15");
        assertThat(received.get(2).getMessage().getBody(CallRailRecord.class)).containsEntry("total_calls", 2);
        assertThat(totals(received.get(0).getMessage()).get("total_calls")).isEqualTo(3);
        assertThat(requests()).containsExactly("GET /v3/a/ACC/calls/timeseries.json?" + DATES + "&");
    }

    @Test
    void longTimeSeriesComesInPartsThatTouchAndAddUp() {
        call("2025-09-01T10:00:00.000-04:00", "Direct", 100, true);
        call("2026-03-10T10:00:00.000-04:00", "Direct", 50, true);
        call("2026-03-10T11:00:00.000-04:00", "Direct", 50, true);

        Message message =
                requested(uri("calls-timeseries", "daysBack=399"), Map.of()).getMessage();

        CallRailRecords records = message.getBody(CallRailRecords.class);
        assertThat(records).hasSize(400);
        assertThat(records.stream().map(record -> record.get("date")).distinct())
                .hasSize(400);
        assertThat(requests())
                .containsExactly(
                        "GET /v3/a/ACC/calls/timeseries.json?start_date=2025-02-09&end_date=2025-08-27"
                                + "&time_zone=America/New_York&",
                        "GET /v3/a/ACC/calls/timeseries.json?start_date=2025-08-28&end_date=2026-03-15"
                                + "&time_zone=America/New_York&");
        assertThat(totals(message)).satisfies(totals -> {
            assertThat(totals.get("total_calls")).isEqualTo(3L);
            assertThat(totals.get("average_duration")).isEqualTo(67L);
            assertThat(totals.containsKey("formatted_average_duration")).isFalse();
        });
    }

    @Test
    void hoursAcrossTheChangeOfClocksComeOnceEach() {
        CallRailRecords records =
                records(uri("calls-timeseries", "interval=hour&startDate=2026-03-01&endDate=2026-03-14"));

        // The 8th has 23 hours.
        assertThat(records).hasSize(14 * 24 - 1);
        assertThat(records.stream().map(record -> record.get("date")).distinct())
                .hasSize(records.size());
        assertThat(requests()).hasSize(2);
    }

    @Test
    void pointsOutsideTheDatesAreDropped() {
        sandbox.faults().onRequest(1, Fault.edit(answer -> {
            List<Object> data = new ArrayList<>((List<?>) answer.get("data"));
            data.add(Map.of("date", "2026-03-16", "total_calls", 9));
            Map<String, Object> edited = new LinkedHashMap<>(answer);
            edited.put("data", data);
            return edited;
        }));

        assertThat(records(uri("calls-timeseries", ""))).hasSize(8).noneMatch(record -> "2026-03-16"
                .equals(record.get("date")));
    }

    @Test
    void aGroupedAnswerWithoutItsListIsNoRecordOfTotals() {
        threeCalls();
        sandbox.faults().onRequest(1, Fault.edit(answer -> {
            Map<String, Object> edited = new LinkedHashMap<>(answer);
            edited.remove("grouped_results");
            return edited;
        }));

        assertThat(failure(uri("calls-summary", "groupBy=source")))
                .hasMessageContaining("its list 'grouped_results' is missing");
    }

    @Test
    void hoursAreAskedForAWeekAtATimeSoThatADayMoreStillFits() {
        records(uri("calls-timeseries", "interval=hour&startDate=2026-02-01&endDate=2026-02-14"));

        assertThat(requests())
                .extracting(line -> line.replaceAll(".*start_date=([^&]*)&end_date=([^&]*)&.*", "$1 $2"))
                .containsExactly("2026-02-01 2026-02-07", "2026-02-08 2026-02-14");
    }

    @Test
    void anAnswerWithoutItsListFails() {
        sandbox.faults().onRequest(1, Fault.missingArray());

        CallRailException failure = failure(uri("calls-timeseries", ""));

        assertThat(failure.getKind()).isEqualTo(FailureKind.MALFORMED);
        assertThat(failure).hasMessageContaining("'calls-timeseries'").hasMessageContaining("'data' is missing");
    }
}
