package io.github.camelcallrail.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every number of every chart is what the table holds. */
class CallStatisticsTest {

    private TableOfCalls table;

    @BeforeEach
    void createTable() throws SQLException {
        table = new TableOfCalls();
    }

    @AfterEach
    void dropTable() throws SQLException {
        table.close();
    }

    private Overview overview(String zone) throws SQLException {
        return new CallStatistics(table.database(), "calls", ZoneId.of(zone)).overview();
    }

    private Chart chart(String id, String zone) throws SQLException {
        return overview(zone).chart(id);
    }

    private Chart chart(String id) throws SQLException {
        return chart(id, "UTC");
    }

    /** The values by series and category, without zeros. */
    private static Map<String, Long> values(Chart chart) {
        return chart.series().stream()
                .flatMap(series -> IntStream.range(0, chart.categories().size())
                        .filter(i -> series.values().get(i) > 0)
                        .mapToObj(i -> Map.entry(
                                series.name() + " " + chart.categories().get(i),
                                series.values().get(i))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @ParameterizedTest
    @CsvSource({
        // The day begins at midnight in the zone; on the day that the clocks go forward it lasts 23 hours.
        "America/New_York, 2026-03-08T04:59:59Z, 2026-03-07, Saturday, 23:00",
        "America/New_York, 2026-03-08T05:00:00Z, 2026-03-08, Sunday, 00:00",
        "America/New_York, 2026-03-08T06:59:59Z, 2026-03-08, Sunday, 01:00",
        "America/New_York, 2026-03-08T07:00:00Z, 2026-03-08, Sunday, 03:00",
        "America/New_York, 2026-03-09T03:59:59Z, 2026-03-08, Sunday, 23:00",
        "America/New_York, 2026-03-09T04:00:00Z, 2026-03-09, Monday, 00:00",
        // Going back, it lasts 25 hours, and one of them comes twice.
        "America/New_York, 2026-11-01T05:30:00Z, 2026-11-01, Sunday, 01:00",
        "America/New_York, 2026-11-01T06:30:00Z, 2026-11-01, Sunday, 01:00",
        "America/New_York, 2026-11-02T04:59:59Z, 2026-11-01, Sunday, 23:00",
        "Asia/Kolkata, 2026-01-01T18:29:59Z, 2026-01-01, Thursday, 23:00",
        "Asia/Kolkata, 2026-01-01T18:30:00Z, 2026-01-02, Friday, 00:00",
        "Pacific/Kiritimati, 2026-01-04T10:00:00Z, 2026-01-05, Monday, 00:00",
        "UTC, 2026-01-04T10:00:00Z, 2026-01-04, Sunday, 10:00",
    })
    void dayWeekdayAndHourAreThoseOfTheZone(String zone, String start, String day, String weekday, String hour)
            throws SQLException {
        table.call(start, "Direct", false);

        assertThat(values(chart("calls-per-day", zone))).isEqualTo(Map.of("Direct " + day, 1L));
        assertThat(values(chart("missed-by-hour", zone))).isEqualTo(Map.of(weekday + " " + hour, 1L));
        assertThat(values(chart("answered-share", zone))).isEqualTo(Map.of("Missed, no voicemail " + weekday, 1L));
    }

    @Test
    void anHourThatComesTwiceCountsBoth() throws SQLException {
        table.call("2026-11-01T05:30:00Z", "Direct", false).call("2026-11-01T06:30:00Z", "Direct", false);

        assertThat(values(chart("missed-by-hour", "America/New_York"))).isEqualTo(Map.of("Sunday 01:00", 2L));
    }

    @Test
    void aDayWithoutCallsIsThereToo() throws SQLException {
        table.call("2026-03-02T10:00:00Z", "Direct", true).call("2026-03-05T10:00:00Z", "Radio", true);

        Chart days = chart("calls-per-day");

        assertThat(days.categories()).containsExactly("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05");
        assertThat(values(days)).isEqualTo(Map.of("Direct 2026-03-02", 1L, "Radio 2026-03-05", 1L));
    }

    @ParameterizedTest
    @CsvSource({"91, 92, Calls per day by source", "92, 14, Calls per week by source"})
    void moreThanAQuarterIsCountedByWeek(int daysLater, int columns, String title) throws SQLException {
        // A Wednesday.
        LocalDate first = LocalDate.of(2026, 4, 1);
        table.call(first + "T10:00:00Z", "Direct", true).call(first.plusDays(daysLater) + "T10:00:00Z", "Direct", true);

        Chart days = chart("calls-per-day");

        assertThat(days.title()).isEqualTo(title);
        assertThat(days.categories()).hasSize(columns);
        assertThat(days.total()).isEqualTo(2);
        assertThat(days.series().get(0).values().get(0)).isEqualTo(1);
        assertThat(days.series().get(0).values().get(columns - 1)).isEqualTo(1);
        assertThat(days.categories().get(0)).isEqualTo(columns == 14 ? "2026-03-30" : "2026-04-01");
    }

    @Test
    void theSixthSourceIsAmongTheOthers() throws SQLException {
        for (String source : List.of("a", "a", "a", "b", "b", "g", "f", "e", "d", "c")) {
            table.call("2026-03-02T10:00:00Z", source, true);
        }

        assertThat(values(chart("calls-per-day")))
                .isEqualTo(Map.of(
                        "a 2026-03-02", 3L,
                        "b 2026-03-02", 2L,
                        "c 2026-03-02", 1L,
                        "d 2026-03-02", 1L,
                        "e 2026-03-02", 1L,
                        "Other sources 2026-03-02", 2L));
    }

    @Test
    void withoutASourceItIsUnknown() throws SQLException {
        table.call("2026-03-02T10:00:00Z", null, true).call("2026-03-02T10:00:00Z", " ", true);

        assertThat(values(chart("calls-per-day"))).isEqualTo(Map.of("Unknown source 2026-03-02", 2L));
        assertThat(values(chart("first-time-callers"))).isEqualTo(Map.of("Repeat callers Unknown source", 2L));
    }

    @Test
    void onlyAnIncomingCallThatNobodyAnsweredIsMissed() throws SQLException {
        String monday = "2026-03-02T10:00:00Z";
        table.call(monday, "inbound", true, false, false, "Direct", null, null)
                .call(monday, "inbound", false, true, false, "Direct", null, null)
                .call(monday, "inbound", false, null, false, "Direct", null, null)
                .call(monday, null, false, false, null, "Direct", null, null)
                .call(monday, "inbound", null, null, false, "Direct", null, null)
                .call(monday, "outbound", false, false, true, "Direct", null, null)
                .call(monday, "outbound", true, false, true, "Direct", null, null);

        assertThat(values(chart("missed-by-hour"))).isEqualTo(Map.of("Monday 10:00", 3L));
        assertThat(values(chart("answered-share")))
                .isEqualTo(Map.of(
                        "Answered Monday", 1L,
                        "Missed, with voicemail Monday", 1L,
                        "Missed, no voicemail Monday", 2L,
                        "Unknown Monday", 1L));
        assertThat(values(chart("first-time-callers")))
                .isEqualTo(Map.of("Repeat callers Direct", 4L, "Unknown Direct", 1L));
        assertThat(overview("UTC").figures())
                .extracting(Figure::value)
                .containsExactly("7", "25%", "Monday", "0%", "0");
    }

    @Test
    void leadStatusHasItsOrderAndKeepsAnUnknownOne() throws SQLException {
        String at = "2026-03-02T10:00:00Z";
        for (String status : new String[] {null, "", "good_lead", "not_a_lead", "previously_marked_good_lead", "hot"}) {
            table.call(at, "inbound", true, false, false, "Direct", status, null);
        }

        Chart status = chart("lead-status");

        assertThat(status.categories())
                .containsExactly("Good lead", "Good lead earlier", "Not a lead", "Not scored", "hot");
        assertThat(status.series()).containsExactly(new Series("Calls", List.of(1L, 1L, 1L, 2L, 1L)));
        assertThat(status.note()).isEqualTo("1 of 6 calls (17%) is marked as a good lead; 2 are not scored.");
    }

    @Test
    void campaignsAreThoseWithMostCalls() throws SQLException {
        String at = "2026-03-02T10:00:00Z";
        for (int i = 0; i < 10; i++) {
            for (int calls = 0; calls <= i; calls++) {
                String status = calls == 0 ? "good_lead" : null;
                table.call(at, "inbound", true, false, false, "Direct", status, "campaign " + i);
            }
        }
        table.call(at, "inbound", true, false, false, "Direct", "good_lead", null);

        Chart campaigns = chart("top-campaigns");

        assertThat(campaigns.categories())
                .containsExactly(
                        "campaign 9",
                        "campaign 8",
                        "campaign 7",
                        "campaign 6",
                        "campaign 5",
                        "campaign 4",
                        "campaign 3",
                        "campaign 2",
                        "Other campaigns");
        assertThat(campaigns.series())
                .containsExactly(
                        new Series("Good leads", List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 2L)),
                        new Series("Other calls", List.of(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L)));
        assertThat(campaigns.note())
                .isEqualTo("campaign 9 brought most calls: 10, of which 1 is a good lead. 1 call has no campaign.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02 2026-03-02 2026-03-03 | Most calls were missed on Monday: 2 of 3 incoming calls (67%)."
                        + " By hour, most were missed from 10:00 to 11:00: 3.",
                "2026-03-02 2026-03-03 | Most calls were missed on Monday and Tuesday: 1 on each.",
                "2026-03-02 2026-03-03 2026-03-08 | Most calls were missed on Monday, Tuesday and Sunday: 1 on each.",
                "2026-03-04 | Most calls were missed on Wednesday: 1 of 1 incoming call (100%)."
                        + " By hour, most were missed from 10:00 to 11:00: 1.",
            })
    void theWeekdayIsSaidInWords(String missed, String note) throws SQLException {
        for (String day : missed.split(" ")) {
            table.call(day + "T10:00:00Z", "Direct", false);
        }
        table.call("2026-03-02T12:00:00Z", "Direct", true);

        assertThat(chart("missed-by-hour").note()).isEqualTo(note);
    }

    @Test
    void anEmptyTableHasTheSameChartsWithoutNumbers() throws SQLException {
        Overview empty = overview("America/New_York");

        assertThat(empty.calls()).isZero();
        assertThat(empty.charts()).allSatisfy(chart -> assertThat(chart.total()).isZero());
        assertThat(empty.charts())
                .extracting(Chart::note)
                .containsExactly(
                        "There are no calls.",
                        "No call was missed.",
                        "There are no incoming calls.",
                        "There are no incoming calls.",
                        "There are no calls.",
                        "No call has a campaign.");
        assertThat(empty.figures()).extracting(Figure::value).containsExactly("0", "–", "–", "–", "0");
        table.generate(50, Instant.parse("2026-03-02T00:00:00Z"), Duration.ofDays(9));
        assertThat(overview("UTC").charts())
                .extracting(Chart::id)
                .containsExactlyElementsOf(
                        empty.charts().stream().map(Chart::id).toList());
    }

    @Test
    void manyCallsAreCountedAsSqlCountsThem() throws SQLException {
        table.generate(2_000, Instant.parse("2026-03-02T00:00:00Z"), Duration.ofDays(28));

        Overview overview = overview("UTC");

        assertThat(overview.calls()).isEqualTo(2_000);
        Chart days = overview.chart("calls-per-day");
        assertThat(days.total()).isEqualTo(2_000);
        for (Series source : days.series().subList(0, 5)) {
            for (int i = 0; i < days.categories().size(); i++) {
                assertThat(source.values().get(i))
                        .isEqualTo(table.count("coalesce(source, 'Unknown source') = '" + source.name()
                                + "' and formatdatetime(start_time at time zone 'UTC', 'yyyy-MM-dd') = '"
                                + days.categories().get(i) + "'"));
            }
        }
        String missed = "direction = 'inbound' and not answered and extract(iso_day_of_week from"
                + " start_time at time zone 'UTC') = ";
        List<Series> weekdays = overview.chart("missed-by-hour").series();
        for (int day = 0; day < 7; day++) {
            assertThat(weekdays.get(day).total()).isEqualTo(table.count(missed + (day + 1)));
            for (int hour = 0; hour < 24; hour++) {
                assertThat(weekdays.get(day).values().get(hour))
                        .isEqualTo(table.count(missed + (day + 1)
                                + " and extract(hour from start_time at time zone 'UTC') = " + hour));
            }
        }
        assertThat(overview.chart("answered-share").series().get(0).total())
                .isEqualTo(table.count("direction = 'inbound' and answered"));
        assertThat(overview.chart("answered-share").series().get(1).total())
                .isEqualTo(table.count("direction = 'inbound' and not answered and voicemail"));
        assertThat(overview.chart("first-time-callers").series().get(0).total())
                .isEqualTo(table.count("direction = 'inbound' and first_call"));
        assertThat(overview.chart("lead-status").series().get(0).values().get(0))
                .isEqualTo(table.count("lead_status = 'good_lead'"));
        assertThat(overview.chart("top-campaigns").total()).isEqualTo(table.count("campaign is not null"));
    }

    @Test
    void inPostgresTheNumbersAreThoseOfH2() throws Exception {
        Instant from = Instant.parse("2026-03-02T00:00:00Z");
        table.generate(1_500, from, Duration.ofDays(28));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                TableOfCalls other = new TableOfCalls(postgres.getPostgresDatabase())) {
            other.generate(1_500, from, Duration.ofDays(28));

            assertThat(new CallStatistics(other.database(), "public.calls", ZoneId.of("America/New_York")).overview())
                    .isEqualTo(overview("America/New_York"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls; drop table calls", "", "a.b.c", "calls where 1=0", "\"calls\""})
    void aNameThatIsNoTableIsRejected(String name) {
        assertThatThrownBy(() -> new CallStatistics(table.database(), name, ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void aTableInASchemaIsFound() throws SQLException {
        table.call("2026-03-02T10:00:00Z", "Direct", true);

        assertThat(new CallStatistics(table.database(), "public.calls", ZoneId.of("UTC"))
                        .overview()
                        .calls())
                .isOne();
    }

    @Test
    void aChartChecksItself() {
        assertThatThrownBy(() -> new Chart(
                        "a-chart", "", "", ChartKind.BARS, List.of("x"), List.of(new Series("s", List.of())), ""))
                .hasMessage("Chart 'a-chart' has 1 categories, but its series 's' has 0 values");
        assertThatThrownBy(() -> new Chart("<b>", "", "", ChartKind.BARS, List.of(), List.of(), ""))
                .hasMessageContaining("'<b>'");
        assertThatThrownBy(() -> new Series("s", List.of(-1L))).hasMessageContaining("-1");
    }
}
