package io.github.camelcallrail.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateWindowTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void ofDaysHoldsTheFirstAndTheLastInstant() {
        DateWindow window = window("2026-03-07", "2026-03-08", NEW_YORK);

        assertThat(window.contains(Instant.parse("2026-03-07T04:59:59.999999999Z")))
                .isFalse();
        assertThat(window.contains(Instant.parse("2026-03-07T05:00:00Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-03-09T03:59:59.999999999Z")))
                .isTrue();
        assertThat(window.contains(Instant.parse("2026-03-09T04:00:00Z"))).isFalse();
    }

    @ParameterizedTest(name = "{0} from {1} on is {2} to {3}")
    @CsvSource({
        "America/New_York, 2026-03-14T14:05:59.9Z, 2026-03-14T10:05, 2026-03-15",
        "America/New_York, 2026-03-01T00:00:00Z, 2026-03-07, 2026-03-15",
        "America/New_York, 2026-03-07T05:00:59Z, 2026-03-07, 2026-03-15",
        "America/New_York, 2026-03-08T07:00:00Z, 2026-03-08T03:00, 2026-03-15",
        "America/New_York, 2026-03-16T03:59:59.9Z, 2026-03-15T23:59, 2026-03-15",
        "America/New_York, 2026-04-01T00:00:00Z, 2026-03-15T23:59, 2026-03-15",
        "Australia/Lord_Howe, 2026-03-10T14:05:59.9Z, 2026-03-11T01:05, 2026-03-15"
    })
    void startsAtTheMinuteOfAnInstantWhenTheRestIsKnown(ZoneId zone, String instant, String start, String end) {
        DateWindow rest = window("2026-03-07", "2026-03-15", zone).startingAt(Instant.parse(instant));

        assertThat(rest.startText() + " " + rest.endText()).isEqualTo(start + " " + end);
    }

    @ParameterizedTest(name = "{0} from {1} on starts at {2}")
    @CsvSource({
        "America/New_York, 2026-11-01T05:20:00Z, 2026-11-01T00:59",
        "America/New_York, 2026-11-01T06:20:00Z, 2026-11-01T00:59",
        "America/New_York, 2026-11-01T07:00:00Z, 2026-11-01T02:00",
        "Australia/Lord_Howe, 2026-04-04T14:45:00Z, 2026-04-05T01:29",
        "Australia/Lord_Howe, 2026-04-04T15:15:00Z, 2026-04-05T01:29"
    })
    void startsBeforeAllThatClocksShowTwice(ZoneId zone, String instant, String start) {
        assertThat(window("2026-01-01", "2026-12-31", zone)
                        .startingAt(Instant.parse(instant))
                        .startText())
                .isEqualTo(start);
    }

    @ParameterizedTest(name = "{0} in {1}: until {3}")
    @CsvSource({
        "2026-03-10T14:05:40Z, America/New_York, MINUTE, 2026-03-10T10:06",
        "2026-03-10T14:05:00Z, America/New_York, MINUTE, 2026-03-10T10:06",
        "2026-03-10T14:05:40Z, America/New_York, DAY, 2026-03-11",
        // clocks show 01:31 twice
        "2026-11-01T05:30:10Z, America/New_York, MINUTE, 2026-11-01T02:00",
        "2026-11-01T06:30:10Z, America/New_York, MINUTE, 2026-11-01T02:00",
        // clocks skip 02:00 to 02:59
        "2026-03-08T06:59:30Z, America/New_York, MINUTE, 2026-03-08T03:00",
        // before the start, and at and after the end
        "2026-03-01T00:00:00Z, UTC, MINUTE, 2026-03-07T00:01",
        "2026-11-15T23:59:30Z, UTC, MINUTE, 2026-11-15",
        "2026-12-01T00:00:00Z, UTC, MINUTE, 2026-11-15",
        "2026-11-15T10:00:00Z, UTC, DAY, 2026-11-15"
    })
    void whatIsLeftToReadFromItsEndBackwards(String instant, ZoneId zone, DatePrecision precision, String end) {
        DateWindow window = window("2026-03-07", "2026-11-15", zone);

        DateWindow rest = window.endingAt(Instant.parse(instant), precision);

        assertThat(rest.startText()).isEqualTo("2026-03-07");
        assertThat(rest.endText()).isEqualTo(end);
    }

    @Test
    void endsAtTheFirstInstantOfItsMinute() {
        DateWindow window = window("2026-03-09T10:00", "2026-03-09T10:30", NEW_YORK);

        assertThat(window.contains(Instant.parse("2026-03-09T14:00:00Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-03-09T14:30:00Z"))).isTrue();
        assertThat(window.contains(Instant.parse("2026-03-09T14:30:00.001Z"))).isFalse();
        assertThat(window.contains(Instant.parse("2026-03-09T13:59:59.999Z"))).isFalse();
    }

    @ParameterizedTest(name = "{0} to {1} in {2}")
    @CsvSource({
        "2026-03-07, 2026-03-08, America/New_York, 2026-03-07T00:00-05:00, 2026-03-08T23:59:59-04:00",
        "2026-10-31T14:05, 2026-11-01T14:05, America/New_York, 2026-10-31T14:05-04:00, 2026-11-01T14:05-05:00",
        "2026-11-01T01:30, 2026-11-01T01:30, America/New_York, 2026-11-01T01:30-04:00, 2026-11-01T01:30-05:00",
        "2026-04-04, 2026-04-05, Australia/Lord_Howe, 2026-04-04T00:00+11:00, 2026-04-05T23:59:59+10:30",
        "2026-03-08, 2026-03-08, Asia/Kolkata, 2026-03-08T00:00+05:30, 2026-03-08T23:59:59+05:30",
        "2026-03-08, 2026-03-08, UTC, 2026-03-08T00:00Z, 2026-03-08T23:59:59Z"
    })
    void saysItsFirstAndLastSecondWithTheOffset(String start, String end, ZoneId zone, String startsAt, String endsAt) {
        DateWindow window = window(start, end, zone);

        assertThat(window.startsAt()).hasToString(startsAt);
        assertThat(window.endsAt()).hasToString(endsAt);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "2026-03-08, 2026-03-07",
        "2026-03-08T10:00, 2026-03-08T09:59",
        "2026-03-08, 2026-03-07T23:59",
        "2026-03-08T02:30, 2026-03-09",
        "2026-03-07, 2026-03-08T02:00"
    })
    void isNeverBackwardsNorAtASkippedTime(String start, String end) {
        assertThatThrownBy(() -> window(start, end, NEW_YORK)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} {1} in {2} to {3}: {4}")
    @CsvSource({
        // day points
        "2026-03-06T00:00, DAY, 2026-03-07, 2026-03-08, false",
        "2026-03-07T00:00, DAY, 2026-03-07, 2026-03-08, true",
        "2026-03-08T00:00, DAY, 2026-03-07, 2026-03-08, true",
        "2026-03-09T00:00, DAY, 2026-03-07, 2026-03-08, false",
        "2026-03-06T00:00, DAY, 2026-03-06T23:59, 2026-03-08, true",
        "2026-03-09T00:00, DAY, 2026-03-07, 2026-03-09T00:00, true",
        // weeks, months and years that begin before the window
        "2026-03-01T00:00, WEEK, 2026-03-08, 2026-03-20, false",
        "2026-03-02T00:00, WEEK, 2026-03-08, 2026-03-20, true",
        "2026-02-01T00:00, MONTH, 2026-03-01, 2026-03-20, false",
        "2026-03-01T00:00, MONTH, 2026-03-31, 2026-04-20, true",
        "2025-01-01T00:00, YEAR, 2026-01-01, 2026-04-20, false",
        "2026-01-01T00:00, YEAR, 2026-12-31, 2026-12-31, true",
        "2027-01-01T00:00, YEAR, 2026-12-31, 2026-12-31, false",
        // hours
        "2026-03-06T23:00, HOUR, 2026-03-07, 2026-03-08, false",
        "2026-03-07T00:00, HOUR, 2026-03-07, 2026-03-08, true",
        "2026-03-08T23:00, HOUR, 2026-03-07, 2026-03-08, true",
        "2026-03-09T00:00, HOUR, 2026-03-07, 2026-03-08, false",
        "2026-03-09T10:00, HOUR, 2026-03-09, 2026-03-09T10:00, true",
        "2026-03-09T10:00, HOUR, 2026-03-09, 2026-03-09T09:59, false",
        // the hour that is skipped, its neighbours, and the hour that is shown twice
        "2026-03-08T01:00, HOUR, 2026-03-08T01:30, 2026-03-08, true",
        "2026-03-08T02:00, HOUR, 2026-03-08, 2026-03-08, false",
        "2026-03-08T03:00, HOUR, 2026-03-08, 2026-03-08T03:00, true",
        "2026-03-08T01:00, HOUR, 2026-03-08T03:00, 2026-03-08, false",
        "2026-11-01T01:00, HOUR, 2026-11-01T01:59, 2026-11-01, true",
        "2026-11-01T01:00, HOUR, 2026-11-01T02:00, 2026-11-01, false",
        "2026-11-01T00:00, HOUR, 2026-11-01T01:00, 2026-11-01, false"
    })
    void overlapsThePointsThatShareAnInstant(
            LocalDateTime point, Interval interval, String start, String end, boolean overlaps) {
        assertThat(window(start, end, NEW_YORK).overlaps(point, interval)).isEqualTo(overlaps);
    }

    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource({
        "2026-10-04T02:00, 2026-10-04T02:30, true",
        "2026-10-04T01:00, 2026-10-04T02:30, false",
        "2026-04-05T01:00, 2026-04-05T01:59, true",
        "2026-04-05T01:00, 2026-04-05T02:00, false"
    })
    void overlapsHoursOfWhichHalfIsSkippedOrRepeated(LocalDateTime point, String start, boolean overlaps) {
        DateWindow window = window(start, start.substring(0, 10), ZoneId.of("Australia/Lord_Howe"));

        assertThat(window.overlaps(point, Interval.HOUR)).isEqualTo(overlaps);
    }

    static DateWindow window(String start, String end, ZoneId zone) {
        return new DateWindow(edge(start), edge(end), zone);
    }

    private static WindowBound edge(String text) {
        return text.contains("T") ? WindowBound.of(LocalDateTime.parse(text)) : WindowBound.of(LocalDate.parse(text));
    }
}
