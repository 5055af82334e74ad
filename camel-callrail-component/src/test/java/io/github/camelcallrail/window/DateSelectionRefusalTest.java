package io.github.camelcallrail.window;

import static io.github.camelcallrail.window.GivenOptions.selection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Instant;
import java.time.ZoneId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSelectionRefusalTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-03-15T16:30:20Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            daysBack=-1     | daysBack=-1 is not a number of days: write a whole number, 0 for today or more.
            daysBack=1.5    | daysBack=1.5 is not a number of days: write a whole number, 0 for today or more.
            daysBack=week   | daysBack=week is not a number of days: write a whole number, 0 for today or more.
            daysBack=9999999999 | daysBack=9999999999 is not a number of days: write a whole number, 0 for today or more.
            startDaysBack=-2    | startDaysBack=-2 is not a number of days: write a whole number, 0 for today or more.
            startDaysBack=2 endDaysBack=x | endDaysBack=x is not a number of days: write a whole number, 0 for today or more.
            daysBack=       | daysBack is empty: leave it out, or give it a value.
            startDate=2026-03-01 endDate= | endDate is empty: leave it out, or give it a value.
            date=08/03/2026 | date=08/03/2026 is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00.
            date=2026-02-29 | date=2026-02-29 is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00.
            date=yesterday  | date=yesterday is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00. Write dateRange=yesterday.
            startDate=2026-03-08T24:00 | startDate=2026-03-08T24:00 is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00.
            startDate=2026-03-08T14 | startDate=2026-03-08T14 is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00.
            startDate=2026-03-08T14:00+19:00 | startDate=2026-03-08T14:00+19:00 is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00.
            startDate=2026-03-08T14:00 05:30 | startDate=2026-03-08T14:00 05:30 is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00. Write a + between the time and the offset.
            date=2026-03-08T14:00 | date=2026-03-08T14:00 has a time of day, but date is one whole day: write date=2026-03-08, or use startDate and endDate.
            startDate=2026-03-08T14:00:30 | startDate=2026-03-08T14:00:30 has seconds, but CallRail accepts whole minutes only: write startDate=2026-03-08T14:00.
            startDate=2026-03-08T14:00:30+05:30 | startDate=2026-03-08T14:00:30+05:30 has seconds, but CallRail accepts whole minutes only: write startDate=2026-03-08T14:00+05:30.
            startDate=2026-03-08 endDate=2026-03-08T23:59:59 | endDate=2026-03-08T23:59:59 has seconds, but CallRail accepts whole minutes only: write endDate=2026-03-09T00:00.
            startDate=2026-03-08 endDate=2026-03-08T14:00:00.001Z | endDate=2026-03-08T14:00:00.001Z has seconds, but CallRail accepts whole minutes only: write endDate=2026-03-08T14:01Z.
            dateRange=last_weak | dateRange=last_weak is not one of recent, today, yesterday, last_7_days, last_30_days, this_month, last_month, this_year, last_year, all_time; did you mean 'last_year'?
            dateRange=fortnight | dateRange=fortnight is not one of recent, today, yesterday, last_7_days, last_30_days, this_month, last_month, this_year, last_year, all_time.
            endDate=2026-03-08 | endDate=2026-03-08 sets an end but no start: add startDate or startDaysBack.
            endDaysBack=5   | endDaysBack=5 sets an end but no start: add startDate or startDaysBack.
            startDate=2026-03-08 startDaysBack=5 | startDate=2026-03-08 and startDaysBack=5 both set the start: set only one of them.
            startDaysBack=5 endDate=2026-03-08 endDaysBack=1 | endDate=2026-03-08 and endDaysBack=1 both set the end: set only one of them.
            date=2026-03-08 daysBack=7 | date=2026-03-08 and daysBack=7 cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            date=2026-03-08 startDate=2026-03-01 | date=2026-03-08 and startDate=2026-03-01 cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            date=2026-03-08 endDate=2026-03-09 | date=2026-03-08 and endDate=2026-03-09 cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            date=2026-03-08 startDaysBack=9 | date=2026-03-08 and startDaysBack=9 cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            date=2026-03-08 endDaysBack=2 | date=2026-03-08 and endDaysBack=2 cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            date=2026-03-08 dateRange=today | date=2026-03-08 and dateRange=today cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            daysBack=7 startDate=2026-03-08 | daysBack=7 and startDate=2026-03-08 cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            daysBack=7 endDate=2026-03-08 | daysBack=7 and endDate=2026-03-08 cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            daysBack=7 startDaysBack=9 | daysBack=7 and startDaysBack=9 cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            daysBack=7 endDaysBack=1 | daysBack=7 and endDaysBack=1 cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            daysBack=7 dateRange=today | daysBack=7 and dateRange=today cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            dateRange=today startDate=2026-03-08 | startDate=2026-03-08 and dateRange=today cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            dateRange=today endDate=2026-03-08 | endDate=2026-03-08 and dateRange=today cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            dateRange=today startDaysBack=1 | startDaysBack=1 and dateRange=today cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            dateRange=today endDaysBack=1 | endDaysBack=1 and dateRange=today cannot be combined: set either date, daysBack, dateRange, or a start and an end.
            """)
    void refusesWithoutAClock(String options, String message) {
        assertRefused(() -> selection(options), message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            date=2026-03-16 | MINUTE | date=2026-03-16 is in the future: today is 2026-03-15 in America/New_York. Choose an earlier start.
            startDate=2026-03-16 endDate=2026-03-10 | DAY | startDate=2026-03-16 is in the future: today is 2026-03-15 in America/New_York. Choose an earlier start.
            startDate=2026-03-15T12:31 | MINUTE | startDate=2026-03-15T12:31 is in the future: it is 2026-03-15T12:30 in America/New_York. Choose an earlier start.
            startDate=2026-03-15T16:31Z | MINUTE | startDate=2026-03-15T16:31Z (2026-03-15T12:31) is in the future: it is 2026-03-15T12:30 in America/New_York. Choose an earlier start.
            startDate=2026-03-10 endDate=2026-03-08 | MINUTE | startDate=2026-03-10 is after endDate=2026-03-08: choose an earlier start or a later end.
            startDate=2026-03-10T10:01 endDate=2026-03-10T10:00 | MINUTE | startDate=2026-03-10T10:01 is after endDate=2026-03-10T10:00: choose an earlier start or a later end.
            startDaysBack=5 endDaysBack=10 | DAY | startDaysBack=5 (2026-03-10) is after endDaysBack=10 (2026-03-05): choose an earlier start or a later end.
            startDate=2026-03-08T02:10 endDate=2026-03-08T02:50 | MINUTE | startDate=2026-03-08T02:10 and endDate=2026-03-08T02:50 are both in the period that America/New_York skips when clocks are set forward, so the window is empty: choose other times.
            date=2024-02-14 | MINUTE | date=2024-02-14 is further back than the 25 months that CallRail keeps: the earliest day to start on is 2024-02-15.
            daysBack=760 | MINUTE | daysBack=760 (2024-02-14) is further back than the 25 months that CallRail keeps: the earliest day to start on is 2024-02-15.
            startDate=2024-02-15T04:59Z | MINUTE | startDate=2024-02-15T04:59Z (2024-02-14T23:59) is further back than the 25 months that CallRail keeps: the earliest day to start on is 2024-02-15.
            daysBack=999999999 | MINUTE | daysBack=999999999 (-2735881-03-14) is further back than the 25 months that CallRail keeps: the earliest day to start on is 2024-02-15.
            dateRange=all_time | MINUTE | dateRange=all_time reaches further back than the 25 months that CallRail keeps: for everything it still has, write startDate=2024-02-15.
            startDate=2026-03-08T14:00 | DAY | startDate=2026-03-08T14:00 has a time of day, but this report accepts whole days only: write startDate=2026-03-08.
            startDate=2026-03-08 endDate=2026-03-09T14:00Z | DAY | endDate=2026-03-09T14:00Z has a time of day, but this report accepts whole days only: write endDate=2026-03-09.
            """)
    void refusesWithAClock(String options, DatePrecision precision, String message) {
        DateSelection selection = selection(options);

        assertRefused(() -> selection.resolve(NOW, NEW_YORK, precision), message);
    }

    @ParameterizedTest(name = "{0} on {1}: not before {2}")
    @CsvSource({
        "2026-03-15, 2024-02-15, 2024-02-14",
        "2026-03-31, 2024-02-29, 2024-02-28",
        "2026-03-30, 2024-02-29, 2024-02-28",
        "2026-03-29, 2024-02-29, 2024-02-28",
        "2026-03-28, 2024-02-28, 2024-02-27",
        "2025-03-31, 2023-02-28, 2023-02-27",
        "2025-03-30, 2023-02-28, 2023-02-27",
        "2025-07-31, 2023-06-30, 2023-06-29",
        "2024-02-29, 2022-01-29, 2022-01-28",
        "2026-01-01, 2023-12-01, 2023-11-30"
    })
    void reachesBackTwentyFiveMonthsAndNoDayMore(String today, String earliest, String dayBefore) {
        Instant noon = Instant.parse(today + "T17:00:00Z");

        assertThatCode(() -> selection("startDate=" + earliest).resolve(noon, NEW_YORK, DatePrecision.MINUTE))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        selection("startDate=" + earliest + "T00:00").resolve(noon, NEW_YORK, DatePrecision.MINUTE))
                .doesNotThrowAnyException();
        assertRefused(
                () -> selection("date=" + dayBefore).resolve(noon, NEW_YORK, DatePrecision.DAY),
                "date=" + dayBefore + " is further back than the 25 months that CallRail keeps:"
                        + " the earliest day to start on is " + earliest + ".");
    }

    private static void assertRefused(ThrowingCallable action, String message) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.CONFIGURATION))
                .hasMessage(message);
    }
}
