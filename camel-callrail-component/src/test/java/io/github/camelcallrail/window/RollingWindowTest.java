package io.github.camelcallrail.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollingWindowTest {

    private static String text(DateWindow window) {
        return window.startText() + " " + window.endText();
    }

    private static RollingWindow minutes(String zone) {
        return new RollingWindow(ZoneId.of(zone), DatePrecision.MINUTE);
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-15T14:30:59Z, 2026-03-15T16:30:20Z, 2026-03-15T10:30 2026-03-15T12:30",
        "America/New_York, 2026-03-08T06:59:00Z, 2026-03-08T07:01:00Z, 2026-03-08T01:59 2026-03-08T03:01",
        "America/New_York, 2026-11-01T05:10:00Z, 2026-11-01T05:40:00Z, 2026-11-01T00:59 2026-11-01T00:59",
        "America/New_York, 2026-11-01T04:50:00Z, 2026-11-01T05:40:00Z, 2026-11-01T00:50 2026-11-01T00:59",
        "America/New_York, 2026-11-01T05:50:00Z, 2026-11-01T06:40:00Z, 2026-11-01T00:59 2026-11-01T01:40",
        "Australia/Lord_Howe, 2026-04-04T14:45:00Z, 2026-04-04T15:20:00Z, 2026-04-05T01:29 2026-04-05T01:50",
        "UTC, 2026-03-15T16:30:20Z, 2026-03-15T16:30:20Z, 2026-03-15T16:30 2026-03-15T16:30"
    })
    void goesFromAnInstantToNow(String zone, Instant from, Instant now, String window) {
        assertThat(minutes(zone).since(from, now).map(RollingWindowTest::text)).contains(window);
    }

    @Test
    void isNothingWhereThereIsNothingToAskFor() {
        assertThat(minutes("UTC").since(Instant.parse("2026-03-15T16:31:00Z"), Instant.parse("2026-03-15T16:30:59Z")))
                .isEmpty();
        assertThat(new RollingWindow(ZoneId.of("UTC"), DatePrecision.DAY)
                        .since(Instant.parse("2026-03-15T16:31:00Z"), Instant.parse("2026-03-15T16:30:59Z")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-11-01T05:10:00Z, 2026-11-01T05:20:30Z, 2026-11-01T00:59 2026-11-01T02:00",
        "America/New_York, 2026-03-15T14:30:59.999Z, 2026-03-15T14:30:59.999Z, 2026-03-15T10:30 2026-03-15T10:31",
        "America/New_York, 2026-03-08T06:59:30Z, 2026-03-08T06:59:30Z, 2026-03-08T01:59 2026-03-08T03:00"
    })
    void goesAroundInstants(String zone, Instant first, Instant last, String window) {
        assertThat(text(minutes(zone).around(first, last))).isEqualTo(window);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC", "Africa/Casablanca"})
    void holdsWhatItIsMadeForAndSaysNoMoreThanWasRead(String zone) {
        RollingWindow windows = minutes(zone);
        Instant from = Instant.parse("2025-12-31T23:37:41Z");
        while (from.isBefore(Instant.parse("2027-01-01T00:00:00Z"))) {
            Instant start = from;
            Instant now = from.plus(Duration.ofMinutes(47));
            windows.since(from, now).ifPresent(window -> {
                assertThat(window.startInstant()).isBeforeOrEqualTo(start);
                assertThat(window.endInstant()).isBeforeOrEqualTo(now);
                assertThat(windows.readUpTo(window, now)).isBeforeOrEqualTo(window.endInstant());
            });
            DateWindow around = windows.around(from, now);
            assertThat(around.contains(from)).isTrue();
            assertThat(around.contains(now)).isTrue();
            from = from.plus(Duration.ofMinutes(53));
        }
    }

    @Test
    void daysAreReadUpToTomorrowSoThatTodayIsInside() {
        RollingWindow days = new RollingWindow(ZoneId.of("America/New_York"), DatePrecision.DAY);
        Instant now = Instant.parse("2026-03-15T16:30:20Z");
        DateWindow window =
                days.since(Instant.parse("2026-03-14T03:00:00Z"), now).orElseThrow();

        assertThat(text(window)).isEqualTo("2026-03-13 2026-03-16");
        assertThat(days.readUpTo(window, now)).isEqualTo(now);
        assertThat(text(days.around(now, now))).isEqualTo("2026-03-15 2026-03-16");
    }

    @Test
    void whatIsReadEndsBeforeATimeThatClocksShowTwice() {
        RollingWindow windows = minutes("America/New_York");
        Instant now = Instant.parse("2026-11-01T06:40:20Z");
        DateWindow window =
                windows.since(Instant.parse("2026-11-01T03:00:00Z"), now).orElseThrow();

        assertThat(window.endText()).isEqualTo("2026-11-01T01:40");
        assertThat(windows.readUpTo(window, now)).isEqualTo(Instant.parse("2026-11-01T04:59:00Z"));
    }

    @Test
    void theEarliestInstantIsTheStartOfADay() {
        assertThat(minutes("America/New_York").earliest(Instant.parse("2026-03-15T16:30:20Z")))
                .isEqualTo(Instant.parse("2024-02-15T05:00:00Z"));
    }
}
