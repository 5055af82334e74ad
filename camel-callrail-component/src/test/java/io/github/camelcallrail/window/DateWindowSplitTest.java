package io.github.camelcallrail.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DateWindowSplitTest {

    private static final int MAX_POINTS = 200;

    @ParameterizedTest(name = "{0} to {1} by the {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-01       | 2026-03-08       | HOUR | 2026-03-01/2026-03-08
            2026-03-01       | 2026-03-09       | HOUR | 2026-03-01/2026-03-08 2026-03-09/2026-03-09
            2026-03-01T23:59 | 2026-03-17T00:00 | HOUR | 2026-03-01T23:59/2026-03-08 2026-03-09/2026-03-16 2026-03-17/2026-03-17T00:00
            2026-01-01       | 2026-07-19       | DAY  | 2026-01-01/2026-07-19
            2026-01-01       | 2026-07-20       | DAY  | 2026-01-01/2026-07-19 2026-07-20/2026-07-20
            2024-02-15       | 2026-03-15       | DAY  | 2024-02-15/2024-09-01 2024-09-02/2025-03-20 2025-03-21/2025-10-06 2025-10-07/2026-03-15
            2024-02-15T10:00 | 2026-03-15T12:34 | WEEK | 2024-02-15T10:00/2026-03-15T12:34
            2024-02-15       | 2026-03-15       | MONTH | 2024-02-15/2026-03-15
            2024-02-15       | 2026-03-15       | YEAR | 2024-02-15/2026-03-15
            """)
    void cutsBetweenDays(String start, String end, Interval interval, String parts) {
        DateWindow window = DateWindowTest.window(start, end, ZoneId.of("America/New_York"));

        assertThat(window.split(interval, MAX_POINTS))
                .extracting(part -> part.startText() + "/" + part.endText())
                .containsExactly(parts.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void partsTouchAndTogetherAreTheWindow(Interval interval) {
        for (String zone : List.of("America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "America/Havana")) {
            for (int days = 0; days < 765; days += 7) {
                LocalDate end = LocalDate.of(2026, 3, 15);
                WindowBound first = WindowBound.of(end.minusDays(days));
                DateWindow window = new DateWindow(first, WindowBound.of(end.atTime(12, 34)), ZoneId.of(zone));

                List<DateWindow> parts = window.split(interval, MAX_POINTS);

                assertThat(parts.get(0).start()).isEqualTo(window.start());
                assertThat(parts.get(parts.size() - 1).end()).isEqualTo(window.end());
                for (int i = 1; i < parts.size(); i++) {
                    assertThat(parts.get(i).startInstant())
                            .isEqualTo(parts.get(i - 1).endInstant().plusNanos(1));
                }
                assertThat(parts)
                        .allSatisfy(part -> assertThat(points(part, interval)).isLessThanOrEqualTo(MAX_POINTS));
            }
        }
    }

    @Test
    void needsRoomForOneDay() {
        DateWindow window = DateWindowTest.window("2026-03-01", "2026-03-02", TimeZones.UTC);

        assertThatThrownBy(() -> window.split(Interval.HOUR, 24)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> window.split(Interval.DAY, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(window.split(Interval.HOUR, 25)).hasSize(2);
    }

    /** The most points that an answer for the window may hold, partial ones at both ends counted. */
    private static long points(DateWindow window, Interval interval) {
        LocalDate first = window.start().day();
        LocalDate last = window.end().day();
        return switch (interval) {
            case HOUR ->
                Duration.between(window.startInstant(), window.endInstant()).toHours() + 1;
            case DAY -> ChronoUnit.DAYS.between(first, last) + 1;
            case WEEK -> ChronoUnit.WEEKS.between(first, last) + 2;
            case MONTH -> ChronoUnit.MONTHS.between(first, last) + 2;
            case YEAR -> ChronoUnit.YEARS.between(first, last) + 2;
        };
    }
}
