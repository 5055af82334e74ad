package io.github.camelcallrail.window;

import static io.github.camelcallrail.window.GivenOptions.selection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSelectionTest {

    @ParameterizedTest(name = "{0} on {1} is {2} to {3}")
    @CsvSource(delimiter = '|', textBlock = """
            none                                       | 2026-03-15 | 2026-03-08 | 2026-03-15
            daysBack=7                                 | 2026-03-15 | 2026-03-08 | 2026-03-15
            daysBack=0                                 | 2026-03-15 | 2026-03-15 | 2026-03-15
            daysBack=1                                 | 2024-03-01 | 2024-02-29 | 2024-03-01
            daysBack=1                                 | 2026-03-01 | 2026-02-28 | 2026-03-01
            daysBack=1                                 | 2026-01-01 | 2025-12-31 | 2026-01-01
            daysBack=366                               | 2024-12-31 | 2023-12-31 | 2024-12-31
            date=2026-03-01                            | 2026-03-15 | 2026-03-01 | 2026-03-01
            date=2024-02-29                            | 2024-03-15 | 2024-02-29 | 2024-02-29
            date=2026-03-15                            | 2026-03-15 | 2026-03-15 | 2026-03-15
            startDate=2026-03-01 endDate=2026-03-10    | 2026-03-15 | 2026-03-01 | 2026-03-10
            startDate=2026-03-10 endDate=2026-03-10    | 2026-03-15 | 2026-03-10 | 2026-03-10
            startDate=2026-03-01                       | 2026-03-15 | 2026-03-01 | 2026-03-15
            startDate=2026-03-01 endDate=2026-12-31    | 2026-03-15 | 2026-03-01 | 2026-12-31
            startDate=2026-03-01T08:30                 | 2026-03-15 | 2026-03-01T08:30 | 2026-03-15
            startDate=2026-03-01T08:30:00 endDate=2026-03-02T09:00 | 2026-03-15 | 2026-03-01T08:30 | 2026-03-02T09:00
            startDate=2026-03-01T08:30Z endDate=2026-03-02T09:00-05:00 | 2026-03-15 | 2026-03-01T03:30 | 2026-03-02T09:00
            startDate=2026-03-01T08:30:00.000-0500 endDate=2026-03-02 | 2026-03-15 | 2026-03-01T08:30 | 2026-03-02
            startDate=2026-03-01T08:30+05 endDaysBack=1 | 2026-03-15 | 2026-02-28T22:30 | 2026-03-14
            startDaysBack=10 endDaysBack=5             | 2026-03-15 | 2026-03-05 | 2026-03-10
            startDaysBack=7 endDaysBack=1              | 2026-03-15 | 2026-03-08 | 2026-03-14
            startDaysBack=3 endDaysBack=3              | 2026-03-15 | 2026-03-12 | 2026-03-12
            startDaysBack=3                            | 2026-03-15 | 2026-03-12 | 2026-03-15
            startDaysBack=10 endDate=2026-03-10        | 2026-03-15 | 2026-03-05 | 2026-03-10
            startDate=2026-03-01 endDaysBack=5         | 2026-03-15 | 2026-03-01 | 2026-03-10
            dateRange=recent                           | 2026-03-15 | 2026-03-08 | 2026-03-15
            dateRange=today                            | 2026-03-15 | 2026-03-15 | 2026-03-15
            dateRange=yesterday                        | 2026-03-01 | 2026-02-28 | 2026-02-28
            dateRange=yesterday                        | 2024-03-01 | 2024-02-29 | 2024-02-29
            dateRange=last_7_days                      | 2026-03-15 | 2026-03-08 | 2026-03-14
            dateRange=last_30_days                     | 2026-03-15 | 2026-02-13 | 2026-03-14
            dateRange=last_30_days                     | 2024-03-15 | 2024-02-14 | 2024-03-14
            dateRange=this_month                       | 2026-03-15 | 2026-03-01 | 2026-03-15
            dateRange=this_month                       | 2026-03-01 | 2026-03-01 | 2026-03-01
            dateRange=last_month                       | 2026-03-31 | 2026-02-01 | 2026-02-28
            dateRange=last_month                       | 2024-03-31 | 2024-02-01 | 2024-02-29
            dateRange=last_month                       | 2026-01-31 | 2025-12-01 | 2025-12-31
            dateRange=this_year                        | 2026-03-15 | 2026-01-01 | 2026-03-15
            dateRange=last_year                        | 2026-03-15 | 2025-01-01 | 2025-12-31
            dateRange=last_year                        | 2025-02-28 | 2024-01-01 | 2024-12-31
            dateRange=last_year                        | 2024-02-29 | 2023-01-01 | 2023-12-31
            dateRange=last-7-days                      | 2026-03-15 | 2026-03-08 | 2026-03-14
            dateRange=last7Days                        | 2026-03-15 | 2026-03-08 | 2026-03-14
            dateRange=LAST_7_DAYS                      | 2026-03-15 | 2026-03-08 | 2026-03-14
            """)
    void saysBothEndsAsDatesThatTheApiTakes(String options, String today, String start, String end) {
        ZoneId zone = ZoneId.of("America/New_York");
        Instant noon = Instant.parse(today + "T17:00:00Z");

        DateWindow window = selection(options).resolve(noon, zone, DatePrecision.DAY_OR_MINUTE);

        assertThat(window.startText()).isEqualTo(start);
        assertThat(window.endText()).isEqualTo(end);
        assertThat(window.zone()).isEqualTo(zone);
    }

    @ParameterizedTest(name = "{0} for {1} ends at {2}")
    @CsvSource(delimiter = '|', textBlock = """
            daysBack=3                                       | MINUTE        | 2026-03-15T12:34
            daysBack=3                                       | DAY_OR_MINUTE | 2026-03-15
            daysBack=3                                       | DAY           | 2026-03-15
            startDate=2026-03-01                             | MINUTE        | 2026-03-15T12:34
            startDate=2026-03-01                             | DAY           | 2026-03-15
            startDate=2026-03-01T10:00Z                      | MINUTE        | 2026-03-15T12:34
            startDate=2026-03-01 endDate=2026-03-14          | MINUTE        | 2026-03-14
            startDate=2026-03-01 endDate=2026-03-16          | MINUTE        | 2026-03-15T12:34
            startDate=2026-03-01 endDate=2026-03-16          | DAY           | 2026-03-16
            startDate=2026-03-01 endDate=2026-03-15T12:34    | MINUTE        | 2026-03-15T12:34
            startDate=2026-03-01 endDate=2026-03-15T12:35    | MINUTE        | 2026-03-15T12:34
            startDate=2026-03-01 endDate=2026-03-15T12:35    | DAY_OR_MINUTE | 2026-03-15T12:35
            startDate=2026-03-15T12:34                       | MINUTE        | 2026-03-15T12:34
            dateRange=this_year                              | MINUTE        | 2026-03-15T12:34
            dateRange=last_7_days                            | MINUTE        | 2026-03-14
            """)
    void endsByNowOnlyForRecords(String options, DatePrecision precision, String end) {
        Instant now = Instant.parse("2026-03-15T12:34:56Z");

        assertThat(selection(options).resolve(now, TimeZones.UTC, precision).endText())
                .isEqualTo(end);
    }

    @Test
    void holdsTheDaysFirstMinuteInTheMinuteAfterMidnight() {
        Instant now = Instant.parse("2026-03-15T00:00:20Z");

        DateWindow window = selection("daysBack=0").resolve(now, TimeZones.UTC, DatePrecision.MINUTE);

        assertThat(window.startText()).isEqualTo("2026-03-15");
        assertThat(window.endText()).isEqualTo("2026-03-15T00:00");
        assertThat(window.startInstant()).isEqualTo(window.endInstant());
    }

    @ParameterizedTest(name = "at {0} today is {1}")
    @CsvSource({
        "2026-03-14T18:29:59Z, 2026-03-14",
        "2026-03-14T18:30:00Z, 2026-03-15",
        "2026-03-15T00:00:00Z, 2026-03-15",
        "2026-03-15T18:29:59Z, 2026-03-15",
        "2026-03-15T18:30:00Z, 2026-03-16"
    })
    void changesDayAtMidnightOfTheZone(Instant now, String today) {
        DateWindow window = selection("dateRange=today").resolve(now, ZoneId.of("Asia/Kolkata"), DatePrecision.DAY);

        assertThat(window.startText()).isEqualTo(today);
        assertThat(window.contains(now)).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            none                                                          | true
            daysBack=0                                                    | true
            date=2026-03-08                                               | true
            dateRange=today                                               | true
            startDaysBack=3                                               | true
            startDate=2026-03-08                                          | true
            startDate=2026-03-08T14:00                                    | true
            startDate=2026-03-08T14:00Z endDate=2026-03-09                | true
            startDate=2026-03-08T14:00Z endDate=2026-03-09T14:00          | true
            startDate=2026-03-08T14:00Z endDaysBack=0                     | true
            startDate=2026-03-08T14:00 endDate=2026-03-09T14:00Z          | true
            startDate=2026-03-08T14:00Z                                   | false
            startDate=2026-03-08T14:00Z endDate=2026-03-09T14:00-05:00    | false
            """)
    void needsAZoneUnlessEveryDateHasAnOffset(String options, boolean needsZone) {
        assertThat(selection(options).needsZone()).isEqualTo(needsZone);
    }

    @Test
    void takesNullForNotGiven() {
        Map<String, String> options = new HashMap<>();
        DateSelection.OPTIONS.forEach(option -> options.put(option, null));

        assertThat(DateSelection.of(options)).isEqualTo(selection("daysBack=7"));
    }

    @Test
    void equalsWhatSaysTheSame() {
        assertThat(selection("endDate=2026-03-09 startDate= 2026-03-08 "))
                .isEqualTo(selection("startDate=2026-03-08 endDate=2026-03-09"));
    }

    @Test
    void takesNoOtherOptions() {
        assertThatThrownBy(() -> DateSelection.of(Map.of("timeZone", "UTC")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("timeZone");
    }

    @Test
    void keepsItsOwnCopyOfTheOptions() {
        Map<String, String> options = new HashMap<>(Map.of("daysBack", "3"));
        DateSelection selection = DateSelection.of(options);

        options.put("daysBack", "-1");

        assertThat(selection).isEqualTo(selection("daysBack=3"));
    }
}
