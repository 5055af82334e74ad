package io.github.camelcallrail.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EveryHourTest {

    private static final Instant FROM = Instant.parse("2025-01-01T00:00:20Z");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:20Z");

    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Europe/Berlin", "Africa/Cairo"
            })
    void threeDaysBackStartAtMidnightAndHoldNowAndEndByNow(String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        DateSelection selection = GivenOptions.selection("daysBack=3");
        // Half hours too, because no full hour lies in the first showing of Lord Howe's overlap.
        for (Instant now = FROM; now.isBefore(UNTIL); now = now.plus(Duration.ofMinutes(30))) {
            DateWindow window = selection.resolve(now, zone, DatePrecision.MINUTE);

            ZonedDateTime start = window.startInstant().atZone(zone);
            ZonedDateTime local = now.atZone(zone);
            Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
            boolean firstShowing = !local.withLaterOffsetAtOverlap().equals(local);
            if (!start.toLocalDate().equals(local.toLocalDate().minusDays(3))
                    || window.start().time().isPresent()
                    || !start.equals(start.toLocalDate().atStartOfDay(zone))
                    || !zone.equals(ZoneId.of("Africa/Cairo"))
                            && !start.toLocalTime().equals(LocalTime.MIDNIGHT)
                    || window.endInstant().isAfter(now)
                    || window.contains(minute) == firstShowing
                    || window.endInstant().equals(minute) == firstShowing) {
                assertThat(window).as("at %s in %s", now, zone).isNull();
            }
        }
    }
}
