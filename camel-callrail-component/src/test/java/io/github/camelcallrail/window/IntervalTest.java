package io.github.camelcallrail.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({"hour, HOUR", "Day, DAY", "WEEK, WEEK", "' month ', MONTH", "year, YEAR"})
    void isReadInCapitalsOrNot(String text, Interval interval) {
        assertThat(Interval.of(text)).isEqualTo(interval);
        assertThat(Interval.of(interval.text())).isEqualTo(interval);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dya     | interval=dya is not one of hour, day, week, month, year; did you mean 'day'?
            months  | interval=months is not one of hour, day, week, month, year; did you mean 'month'?
            quarter | interval=quarter is not one of hour, day, week, month, year.
            """)
    void namesTheNearestInterval(String text, String message) {
        assertThatThrownBy(() -> Interval.of(text))
                .isInstanceOf(CallRailFailure.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15m", "900000", "PT15M", "1h30m", "15 minutes", "P1D"})
    void pointsPollingPeriodsToDelay(String text) {
        assertThatThrownBy(() -> Interval.of(text))
                .isInstanceOf(CallRailFailure.class)
                .hasMessage("interval=" + text
                        + " looks like a polling period, which option 'delay' sets: write delay="
                        + text + ". Option 'interval' sets the time that one point covers: hour, day, week, month,"
                        + " year.");
    }

    @ParameterizedTest
    @CsvSource({
        "HOUR, 2026-03-07T23:00, 2026-03-08T00:00",
        "DAY, 2024-02-28T00:00, 2024-02-29T00:00",
        "WEEK, 2026-03-02T00:00, 2026-03-09T00:00",
        "MONTH, 2026-02-01T00:00, 2026-03-01T00:00",
        "YEAR, 2024-01-01T00:00, 2025-01-01T00:00"
    })
    void endsWhereTheNextBegins(Interval interval, LocalDateTime start, LocalDateTime next) {
        assertThat(interval.endOf(start)).isEqualTo(next);
    }
}
