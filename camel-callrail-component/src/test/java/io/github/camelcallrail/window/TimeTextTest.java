package io.github.camelcallrail.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JDK reads, and nothing else, only quicker. */
class TimeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-14T09:26:53Z",
                "2026-03-14T09:26:53.5Z",
                "2026-03-14T09:26:53.589-05:00",
                "2026-03-14T09:26:53.123456789+05:30",
                "2024-02-29T23:59:59+14:00",
                "1969-12-31T23:59:59.999-00:00",
                "0001-01-01T00:00:00Z",
                "2026-03-14T09:26-05:00",
                "2026-03-14T09:26:53+05",
                "2026-03-14T09:26:53+18:00",
                "2026-03-14T09:26:53+05:30:15",
                "2026-03-14T09:26:53.Z",
                "+12026-03-14T09:26:53Z"
            })
    void readsWhatTheJdkReads(String text) {
        assertThat(TimeText.instant(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-14",
                "2026-03-14T09:26:53",
                "2026-02-29T09:26:53Z",
                "2026-13-01T09:26:53Z",
                "2026-03-14T24:00:00Z",
                "2026-03-14T09:60:00Z",
                "2026-03-14T09:26:60Z",
                "2026-03-14T09:26:53.1234567890Z",
                "2026-03-14T09:26:53 05:00",
                "2026-03-14T09:26:53*05:00",
                "2026-03-14T09:26:53+18:01",
                "2026-03-14T09:26:53+05:60",
                "2026-03-14 09:26:53Z",
                "2026-03-14T09:26:5\u0663Z",
                "2026-0 -14T09:26:53Z",
                "Two thousand-T and six"
            })
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> TimeText.instant(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void everyInstantInEveryOffset() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            OffsetDateTime time = OffsetDateTime.of(
                    LocalDateTime.ofEpochSecond(
                            random.nextLong(-2_000_000_000L, 4_000_000_000L),
                            random.nextInt(1_000_000_000),
                            ZoneOffset.UTC),
                    ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1)));

            assertThat(TimeText.instant(time.toString())).isEqualTo(time.toInstant());
        }
    }
}
