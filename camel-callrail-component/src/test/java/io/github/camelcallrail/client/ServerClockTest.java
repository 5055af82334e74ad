package io.github.camelcallrail.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.reader.ReadingTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of the {@code Date} of answers. */
class ServerClockTest {

    private static final Instant HERE = Instant.parse("2026-03-15T16:30:20.5Z");
    private static final String SAME = "Sun, 15 Mar 2026 16:30:20 GMT";

    private final ServerClock clock = new ServerClock(URI.create("https://api.callrail.com"));

    private void measure(String date, Instant sent, Instant received) {
        clock.measure(Optional.ofNullable(date), sent, received);
    }

    @ParameterizedTest
    @CsvSource({
        // sent and received after 16:30:20.5, how far ahead for certain, and a time that the server has reached
        "PT0S,    PT0S,    0,      16:30:20",
        "PT0.4S,  PT0.49S, 0,      16:30:19.510",
        "PT0S,    PT4S,    0,      16:30:16",
        "PT1S,    PT1S,    1,      16:30:19",
        "PT3H,    PT3H,    10800,  13:30:20",
        "PT3H,    PT3H4S,  10800,  13:30:16",
        "PT-0.5S, PT0S,    0,      16:30:20",
        "PT-1S,   PT-1S,   -1,     16:30:20.500",
        "PT-3H,   PT-3H,   -10800, 16:30:20.500",
        "PT1S,    PT-3H,   0,      16:30:19"
    })
    void differences(Duration sent, Duration received, long difference, String reached) {
        measure(SAME, HERE.plus(sent), HERE.plus(received));

        assertThat(clock.difference()).contains(Duration.ofSeconds(difference));
        assertThat(clock.reached(HERE)).isEqualTo(Instant.parse("2026-03-15T" + reached + "Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Sun, 15 Mar 2026 16:29:59 GMT', 16:30:00.000, true",
        "'Sun, 15 Mar 2026 16:30:00 GMT', 16:30:00.000, false",
        "'Sun, 15 Mar 2026 16:30:00 GMT', 16:30:59.999, false",
        "'Sun, 15 Mar 2026 16:29:59 GMT', 16:30:59.999, true",
        "'Sun, 15 Mar 2026 16:31:00 GMT', 16:30:59.999, false"
    })
    void aPresentThatWasTooLateIsCorrectedToNoLaterThanTheDate(String date, String here, boolean tooLate) {
        Instant now = Instant.parse("2026-03-15T" + here + "Z");
        ReadingTime present = ReadingTime.of(now, clock);
        assertThat(present.tooLate()).isFalse();
        assertThat(present.corrected()).isEqualTo(now);

        measure(date, now, now);

        assertThat(present.time()).isEqualTo(now);
        assertThat(present.tooLate()).isEqualTo(tooLate);
        Instant minute = present.corrected().truncatedTo(ChronoUnit.MINUTES);
        assertThat(minute).isBeforeOrEqualTo(HttpDate.read(date).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        ",",
        "''",
        "yesterday",
        "'Sun, 15 Mar 2026'",
        "'2026-03-15T16:30:20Z'",
        "'Thu, 01 Jan 1970 00:00:00 GMT'",
        "'Fri, 31 Dec 9999 23:59:59 GMT'",
        "'Fri, 13 Feb 2026 16:30:19 GMT'",
        "'Tue, 14 Apr 2026 16:30:21 GMT'"
    })
    void whatCannotBeBelievedChangesNothing(String date) {
        measure(date, HERE, HERE);
        assertThat(clock.difference()).isEmpty();
        assertThat(clock.reached(HERE)).isEqualTo(HERE);

        measure(SAME, HERE.plusSeconds(90), HERE.plusSeconds(90));
        measure(date, HERE, HERE);
        assertThat(clock.difference()).contains(Duration.ofSeconds(90));
    }

    @Test
    void thirtyDaysAreBelieved() {
        measure("Fri, 13 Feb 2026 16:30:20 GMT", HERE, HERE);

        assertThat(clock.difference()).contains(Duration.ofDays(30));
    }

    @Test
    void theLatestAnswerCounts() {
        measure("Sun, 15 Mar 2026 13:30:20 GMT", HERE, HERE);
        measure(SAME, HERE, HERE);

        assertThat(clock.difference()).contains(Duration.ZERO);
    }
}
