package io.github.camelcallrail.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write for spans of time, as Camel takes it. */
class DurationWordsTest {

    @ParameterizedTest
    @CsvSource({
        "15 minutes, 15m",
        "15 Minutes, 15m",
        "15min, 15m",
        "15 min., 15m",
        "1 hour, 1h",
        "1 hour 30 minutes, 1h30m",
        "1 hour and 30 minutes, 1h30m",
        "90 seconds, 90s",
        "500 millis, 500ms",
        "2 days, 2d",
        "1 week, 7d",
        "2 weeks, 14d",
        "15m, 15m",
        "' 15 minutes ', 15m"
    })
    void isShortened(String text, String span) {
        assertThat(DurationWords.shortened(text)).contains(span);
    }

    @ParameterizedTest
    @CsvSource({"soon", "minutes", "15", "15 parsecs", "99999999999 minutes", "15 minutes or so", "''"})
    void isNotGuessed(String text) {
        assertThat(DurationWords.shortened(text)).isEmpty();
    }
}
