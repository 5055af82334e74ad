package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookbackTest {

    private static final Instant NOW = Instant.parse("2026-03-15T16:30:20Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            35d                    | 35d
            P35D                   | 35d
            p35d                   | 35d
            PT48H                  | 2d
            1d12h                  | 1d12h
            90m                    | 1h30m
            1m                     | 1m
            760d                   | 760d
            2h, 2d@1h ,7d@6h       | 2h,2d@1h,7d@6h
            2h,2d@1h,7d@6h,35d@24h | 2h,2d@1h,7d@6h,35d@1d
            """)
    void isReadAsItIsWritten(String text, String same) {
        assertThat(Lookback.of(text)).hasToString(same);
        assertThat(Lookback.of(same)).isEqualTo(Lookback.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "-30m, -2h, -20h, 1h",
        "-60m, -2h, -20h, 1d",
        "-59m, -6h, -20h, 3d",
        "-10m, -1h, -24h, 9d",
        "-10m, -7h, -25h, 9d",
        "1m, -1h, -1h, 1d",
        ", -1h, -1h, 1d",
        "-1m, , -1h, 3d"
    })
    void isAsDeepAsIsDue(String day, String threeDays, String nineDays, String due) {
        Lookback lookback = Lookback.of("1h,1d@1h,3d@6h,9d@1d");
        Map<Duration, Instant> looked = new HashMap<>();
        put(looked, "P1D", day);
        put(looked, "P3D", threeDays);
        put(looked, "P9D", nineDays);

        assertThat(lookback.due(looked, NOW)).isEqualTo(DurationText.of(due).orElseThrow());
    }

    private static void put(Map<Duration, Instant> looked, String depth, String ago) {
        if (ago != null) {
            boolean before = ago.startsWith("-");
            Duration span = DurationText.of(ago.replace("-", "")).orElseThrow();
            looked.put(Duration.parse(depth), before ? NOW.minus(span) : NOW.plus(span));
        }
    }

    @Test
    void theDefaultIsWhatTheDocumentationSays() {
        assertThat(Lookback.of(Lookback.DEFAULT).tiers())
                .containsExactly(
                        new LookbackTier(Duration.ofHours(2), Duration.ZERO),
                        new LookbackTier(Duration.ofDays(2), Duration.ofHours(1)),
                        new LookbackTier(Duration.ofDays(7), Duration.ofHours(6)),
                        new LookbackTier(Duration.ofDays(35), Duration.ofHours(24)));
        assertThat(Lookback.of(Lookback.DEFAULT).longest()).isEqualTo(Duration.ofDays(35));
    }
}
