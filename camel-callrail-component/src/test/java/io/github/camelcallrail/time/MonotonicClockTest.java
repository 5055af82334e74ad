package io.github.camelcallrail.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {

    @Test
    void startsWithTheSystemsTimeAndGoesOn() {
        Clock clock = new MonotonicClock();

        Instant start = clock.instant();
        assertThat(Duration.between(start, Clock.systemUTC().instant()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(Stream.generate(clock::instant).limit(10_000).toList()).isSorted();
        assertThat(Stream.generate(clock::instant).filter(start::isBefore).findFirst())
                .isPresent();
    }

    @Test
    void showsTheSameTimeInEveryZone() {
        Clock clock = new MonotonicClock();
        ZoneId zone = ZoneId.of("America/Chicago");

        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.withZone(zone).getZone()).isEqualTo(zone);
        assertThat(Duration.between(clock.instant(), clock.withZone(zone).instant()))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }
}
