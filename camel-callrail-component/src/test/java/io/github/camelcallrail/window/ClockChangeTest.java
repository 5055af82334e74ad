package io.github.camelcallrail.window;

import static io.github.camelcallrail.window.GivenOptions.selection;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Days on which clocks change. New York: 2026-03-08 02:00 to 03:00, 2026-11-01 02:00 back to 01:00. Lord Howe, by half
 * an hour: 2026-04-05 02:00 back to 01:30, 2026-10-04 02:00 to 02:30. Havana: back at 01:00 to midnight. Cairo and
 * Beirut: forward at midnight.
 */
class ClockChangeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest(name = "{1} in {0} is {2} to {3}")
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York    | 2026-03-08 | 2026-03-08T05:00:00Z | 2026-03-09T03:59:59.999999999Z
            America/New_York    | 2026-11-01 | 2026-11-01T04:00:00Z | 2026-11-02T04:59:59.999999999Z
            Australia/Lord_Howe | 2026-04-05 | 2026-04-04T13:00:00Z | 2026-04-05T13:29:59.999999999Z
            Australia/Lord_Howe | 2026-10-04 | 2026-10-03T13:30:00Z | 2026-10-04T12:59:59.999999999Z
            Asia/Kolkata        | 2026-03-08 | 2026-03-07T18:30:00Z | 2026-03-08T18:29:59.999999999Z
            America/Havana      | 2026-11-01 | 2026-11-01T04:00:00Z | 2026-11-02T04:59:59.999999999Z
            Africa/Cairo        | 2026-04-24 | 2026-04-23T22:00:00Z | 2026-04-24T20:59:59.999999999Z
            Africa/Cairo        | 2026-04-23 | 2026-04-22T22:00:00Z | 2026-04-23T21:59:59.999999999Z
            Africa/Cairo        | 2025-10-30 | 2025-10-29T21:00:00Z | 2025-10-30T21:59:59.999999999Z
            Asia/Beirut         | 2026-03-29 | 2026-03-28T22:00:00Z | 2026-03-29T20:59:59.999999999Z
            """)
    void aDayIsAllOfItsHours(ZoneId zone, String day, Instant first, Instant last) {
        Instant now = Instant.parse("2026-12-15T12:00:00Z");

        DateWindow window = selection("date=" + day).resolve(now, zone, DatePrecision.MINUTE);

        assertThat(window.startText()).isEqualTo(day);
        assertThat(window.endText()).isEqualTo(day);
        assertThat(window.startInstant()).isEqualTo(first);
        assertThat(window.endInstant()).isEqualTo(last);
    }

    @Test
    void aDayWhoseMidnightIsSkippedBeginsAfterTheGap() {
        Instant now = Instant.parse("2018-11-20T12:00:00Z");

        DateWindow window =
                selection("date=2018-11-04").resolve(now, ZoneId.of("America/Sao_Paulo"), DatePrecision.MINUTE);

        assertThat(window.startsAt()).hasToString("2018-11-04T01:00-02:00");
        assertThat(window.startInstant()).isEqualTo("2018-11-04T03:00:00Z");
        assertThat(window.endsAt()).hasToString("2018-11-04T23:59:59-02:00");
    }

    @ParameterizedTest(name = "daysBack={2} at {1} in {0} starts {3} = {4}")
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York    | 2026-03-08T06:30:00Z | 1 | 2026-03-07 | 2026-03-07T05:00:00Z
            America/New_York    | 2026-03-09T03:30:00Z | 1 | 2026-03-07 | 2026-03-07T05:00:00Z
            America/New_York    | 2026-03-09T04:00:00Z | 1 | 2026-03-08 | 2026-03-08T05:00:00Z
            America/New_York    | 2026-11-02T04:30:00Z | 1 | 2026-10-31 | 2026-10-31T04:00:00Z
            America/New_York    | 2026-11-02T05:00:00Z | 1 | 2026-11-01 | 2026-11-01T04:00:00Z
            Australia/Lord_Howe | 2026-04-05T13:15:00Z | 0 | 2026-04-05 | 2026-04-04T13:00:00Z
            Australia/Lord_Howe | 2026-04-05T13:30:00Z | 0 | 2026-04-06 | 2026-04-05T13:30:00Z
            Australia/Lord_Howe | 2026-10-04T12:59:00Z | 0 | 2026-10-04 | 2026-10-03T13:30:00Z
            Australia/Lord_Howe | 2026-10-04T13:00:00Z | 0 | 2026-10-05 | 2026-10-04T13:00:00Z
            """)
    void countsDaysBackByTheCalendar(ZoneId zone, Instant now, int daysBack, String start, Instant startInstant) {
        DateWindow window = selection("daysBack=" + daysBack).resolve(now, zone, DatePrecision.MINUTE);

        assertThat(window.startText()).isEqualTo(start);
        assertThat(window.startInstant()).isEqualTo(startInstant);
    }

    @ParameterizedTest(name = "{1} in {0} is sent as {2} to {3}")
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York    | startDate=2026-03-08T02:30 endDate=2026-03-08T12:00 | 2026-03-08T03:00 | 2026-03-08T12:00
            America/New_York    | startDate=2026-03-08T02:00 endDate=2026-03-08T12:00 | 2026-03-08T03:00 | 2026-03-08T12:00
            America/New_York    | startDate=2026-03-08T01:59 endDate=2026-03-08T03:00 | 2026-03-08T01:59 | 2026-03-08T03:00
            America/New_York    | startDate=2026-03-08T00:00 endDate=2026-03-08T02:30 | 2026-03-08T00:00 | 2026-03-08T01:59
            America/New_York    | startDate=2026-03-08T00:00 endDate=2026-03-08T02:59 | 2026-03-08T00:00 | 2026-03-08T01:59
            Australia/Lord_Howe | startDate=2026-10-04T02:15 endDate=2026-10-04T12:00 | 2026-10-04T02:30 | 2026-10-04T12:00
            Australia/Lord_Howe | startDate=2026-10-04T00:00 endDate=2026-10-04T02:15 | 2026-10-04T00:00 | 2026-10-04T01:59
            Africa/Cairo        | startDate=2026-04-24T00:00 endDate=2026-04-24T12:00 | 2026-04-24T01:00 | 2026-04-24T12:00
            Africa/Cairo        | startDate=2026-04-23 endDate=2026-04-24T00:30       | 2026-04-23       | 2026-04-23T23:59
            """)
    void movesASkippedTimeInside(ZoneId zone, String options, String start, String end) {
        Instant now = Instant.parse("2026-12-15T12:00:00Z");

        DateWindow window = selection(options).resolve(now, zone, DatePrecision.MINUTE);

        assertThat(window.startText()).isEqualTo(start);
        assertThat(window.endText()).isEqualTo(end);
    }

    @ParameterizedTest(name = "{1} in {0} is {2} to {3}")
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York    | startDate=2026-11-01T01:30 endDate=2026-11-01T01:30 | 2026-11-01T05:30:00Z | 2026-11-01T06:30:00Z
            America/New_York    | startDate=2026-11-01T00:59 endDate=2026-11-01T02:00 | 2026-11-01T04:59:00Z | 2026-11-01T07:00:00Z
            America/New_York    | startDate=2026-11-01T06:30Z endDate=2026-11-01T07:00Z | 2026-11-01T05:30:00Z | 2026-11-01T07:00:00Z
            America/New_York    | startDate=2026-11-01T05:00Z endDate=2026-11-01T05:30Z | 2026-11-01T05:00:00Z | 2026-11-01T06:30:00Z
            Australia/Lord_Howe | startDate=2026-04-05T01:45 endDate=2026-04-05T01:45 | 2026-04-04T14:45:00Z | 2026-04-04T15:15:00Z
            America/Havana      | startDate=2026-11-01T00:15 endDate=2026-11-01T00:15 | 2026-11-01T04:15:00Z | 2026-11-01T05:15:00Z
            """)
    void readsATimeShownTwiceAsTheEarlierStartAndTheLaterEnd(ZoneId zone, String options, Instant first, Instant last) {
        Instant now = Instant.parse("2026-12-15T12:00:00Z");

        DateWindow window = selection(options).resolve(now, zone, DatePrecision.MINUTE);

        assertThat(window.startInstant()).isEqualTo(first);
        assertThat(window.endInstant()).isEqualTo(last);
    }

    @ParameterizedTest(name = "at {1} in {0} the end is {2} = {3}")
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York    | 2026-11-01T04:59:59Z | 2026-11-01T00:59 | 2026-11-01T04:59:00Z
            America/New_York    | 2026-11-01T05:00:00Z | 2026-11-01T00:59 | 2026-11-01T04:59:00Z
            America/New_York    | 2026-11-01T05:59:59Z | 2026-11-01T00:59 | 2026-11-01T04:59:00Z
            America/New_York    | 2026-11-01T06:00:00Z | 2026-11-01T01:00 | 2026-11-01T06:00:00Z
            America/New_York    | 2026-11-01T06:59:59Z | 2026-11-01T01:59 | 2026-11-01T06:59:00Z
            America/New_York    | 2026-11-01T07:00:00Z | 2026-11-01T02:00 | 2026-11-01T07:00:00Z
            America/New_York    | 2026-03-08T06:59:59Z | 2026-03-08T01:59 | 2026-03-08T06:59:00Z
            America/New_York    | 2026-03-08T07:00:00Z | 2026-03-08T03:00 | 2026-03-08T07:00:00Z
            Australia/Lord_Howe | 2026-04-04T14:29:59Z | 2026-04-05T01:29 | 2026-04-04T14:29:00Z
            Australia/Lord_Howe | 2026-04-04T14:30:00Z | 2026-04-05T01:29 | 2026-04-04T14:29:00Z
            Australia/Lord_Howe | 2026-04-04T14:59:59Z | 2026-04-05T01:29 | 2026-04-04T14:29:00Z
            Australia/Lord_Howe | 2026-04-04T15:00:00Z | 2026-04-05T01:30 | 2026-04-04T15:00:00Z
            Australia/Lord_Howe | 2026-04-04T15:29:59Z | 2026-04-05T01:59 | 2026-04-04T15:29:00Z
            Australia/Lord_Howe | 2026-10-03T15:30:00Z | 2026-10-04T02:30 | 2026-10-03T15:30:00Z
            Africa/Cairo        | 2025-10-30T20:30:00Z | 2025-10-30T22:59 | 2025-10-30T19:59:00Z
            Africa/Cairo        | 2025-10-30T21:30:00Z | 2025-10-30T23:30 | 2025-10-30T21:30:00Z
            """)
    void neverEndsAtATimeThatIsStillToCome(ZoneId zone, Instant now, String end, Instant endInstant) {
        DateWindow window = selection("daysBack=3").resolve(now, zone, DatePrecision.MINUTE);

        assertThat(window.endText()).isEqualTo(end);
        assertThat(window.endInstant()).isEqualTo(endInstant);
    }

    @ParameterizedTest(name = "{1} at {2} ends at {3}")
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York | startDate=2026-11-01T01:15 | 2026-11-01T05:30:00Z | 2026-11-01T01:15
            America/Havana   | daysBack=0                 | 2026-11-01T04:30:00Z | 2026-11-01T00:00
            """)
    void neverEndsBeforeItsStart(ZoneId zone, String options, Instant now, String end) {
        DateWindow window = selection(options).resolve(now, zone, DatePrecision.MINUTE);

        assertThat(window.endText()).isEqualTo(end);
        assertThat(window.contains(window.startInstant())).isTrue();
    }

    @Test
    void endsNowInTheSecondShowingThoughItsStartLooksLaterInTheFirst() {
        Instant now = Instant.parse("2026-11-01T06:10:00Z");

        DateWindow window = selection("startDate=2026-11-01T01:30").resolve(now, NEW_YORK, DatePrecision.MINUTE);

        assertThat(window.startInstant()).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(window.endInstant()).isEqualTo(now);
    }

    @Test
    void takesAnEndOfAnOverlapOnlyOnceItsSecondShowingHasPassed() {
        Instant now = Instant.parse("2026-11-01T05:40:00Z");

        DateWindow window = selection("startDate=2026-10-31T04:00Z endDate=2026-11-01T05:30Z")
                .resolve(now, NEW_YORK, DatePrecision.MINUTE);

        assertThat(window.endText()).isEqualTo("2026-11-01T00:59");
    }
}
