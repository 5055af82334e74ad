package io.github.camelcallrail.window;

import static io.github.camelcallrail.window.GivenOptions.selection;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateSelectionCheckTest {

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(delimiter = '|', textBlock = """
            date=2026-03-16                                   | 2026-03-15T10:00:00Z
            date=2026-03-14                                   | 2026-03-15T10:00:00Z
            startDate=2024-02-14                              | 2026-03-15T10:00:00Z
            startDaysBack=0 endDate=2026-03-14                | 2026-03-15T10:00:00Z
            startDate=2026-03-16T00:30                        | 2026-03-15T11:00:00Z
            startDaysBack=0 endDate=2026-03-15T09:00Z         | 2026-03-15T14:00:00Z
            startDaysBack=0 endDate=2026-03-14T14:30Z         | 2026-03-15T14:20:00Z
            """)
    void passesWhatSomeZoneAllows(String options, Instant now) {
        assertThatCode(() -> selection(options).check(now, Optional.empty(), DatePrecision.DAY_OR_MINUTE))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(delimiter = '|', textBlock = """
            date=2026-03-16                    | 2026-03-15T09:59:59Z | date=2026-03-16 is in the future: today is 2026-03-15 even in UTC+14. Choose an earlier start.
            startDate=2024-02-13               | 2026-03-15T10:00:00Z | startDate=2024-02-13 is further back than the 25 months that CallRail keeps: the earliest day to start on is 2024-02-16.
            startDaysBack=0 endDate=2026-03-13 | 2026-03-15T10:00:00Z | startDaysBack=0 (2026-03-16) is after endDate=2026-03-13: choose an earlier start or a later end.
            startDaysBack=5 endDaysBack=10     | 2026-03-15T10:00:00Z | startDaysBack=5 (2026-03-11) is after endDaysBack=10 (2026-03-06): choose an earlier start or a later end.
            dateRange=all_time                 | 2026-03-15T10:00:00Z | dateRange=all_time reaches further back than the 25 months that CallRail keeps: for everything it still has, write startDate=2024-02-16.
            startDate=2026-03-15T10:01Z        | 2026-03-15T10:00:00Z | startDate=2026-03-15T10:01Z (2026-03-15T10:01) is in the future: it is 2026-03-15T10:00 in UTC. Choose an earlier start.
            """)
    void failsForWhatNoZoneAllows(String options, Instant now, String message) {
        assertThatThrownBy(() -> selection(options).check(now, Optional.empty(), DatePrecision.DAY_OR_MINUTE))
                .isInstanceOf(CallRailFailure.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({"date=2026-03-16, America/New_York", "startDate=2024-02-14, Asia/Kolkata"})
    void asksOnlyTheZoneThatIsGiven(String options, ZoneId zone) {
        Instant now = Instant.parse("2026-03-15T11:00:00Z");
        DateSelection selection = selection(options);

        assertThatCode(() -> selection.check(now, Optional.empty(), DatePrecision.MINUTE))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> selection.check(now, Optional.of(zone), DatePrecision.MINUTE))
                .isInstanceOf(CallRailFailure.class)
                .hasMessageContaining(options);
    }

    @ParameterizedTest
    @CsvSource({"startDate=2026-03-08T14:00", "startDate=2026-03-08T14:00Z"})
    void failsForATimeOfDayWhereDaysAreTaken(String options) {
        Instant now = Instant.parse("2026-03-15T11:00:00Z");

        assertThatThrownBy(() -> selection(options).check(now, Optional.empty(), DatePrecision.DAY))
                .isInstanceOf(CallRailFailure.class)
                .hasMessageContaining("whole days only: write startDate=2026-03-08.");
    }
}
