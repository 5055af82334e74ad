package io.github.camelcallrail.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallGridTest {

    private static final Instant START = Instant.parse("2026-03-14T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // minutes apart, date, calls before it as a start, calls up to it as an end
        "1,  2026-03-14,       0,    2880",
        "1,  2026-03-14T00:10, 20,   21",
        "1,  2026-03-15,       2880, 4000",
        "1,  2026-03-10T00:00, 0,    0",
        "10, 2026-03-14,       0,    288",
        "10, 2026-03-14T00:10, 2,    3",
        "10, 2026-03-14T00:11, 4,    4",
        "10, 2026-03-14T00:19, 4,    4",
        "10, 2026-03-14T00:20, 4,    5",
        "10, 2026-03-10T00:05, 0,    0"
    })
    void theCallsOfAWindowAreComputed(int minutesApart, String date, int before, int until) {
        CallGrid grid = new CallGrid(START, 2, minutesApart, 4_000);

        assertThat(grid.placeOfStart(date)).isEqualTo(before);
        assertThat(grid.placeAfterEnd(date)).isEqualTo(until);
    }

    @Test
    void aYearIsFilled() {
        CallGrid grid = CallGrid.ofAYear(START, 50_000);

        assertThat(grid.lastDay()).isEqualTo("2026-03-11");
        assertThat(grid.firstDay())
                .isBetween(java.time.LocalDate.parse("2025-03-01"), java.time.LocalDate.parse("2025-04-01"));
    }
}
