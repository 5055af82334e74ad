package io.github.camelcallrail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSequenceTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-10T12:00:00Z"));

    @Test
    void numbersAscendEvenIfTheClockGoesBack() {
        EventSequence sequence = new EventSequence(clock);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            numbers.add(sequence.next());
            clock.advance(Duration.ofMillis(i % 3 == 0 ? 5 : -2).multipliedBy(i));
        }

        assertThat(numbers)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("[0-9]{13}-[0-9]{6}-[0-9a-f]{12}"));
    }

    @Test
    void aMillisecondHasRoomForMoreThanAMillion() {
        EventSequence sequence = new EventSequence(clock);
        String before = sequence.next();
        for (int i = 0; i < 1_000_001; i++) {
            String next = sequence.next();
            if (next.compareTo(before) <= 0) {
                assertThat(next).isGreaterThan(before);
            }
            before = next;
        }
        assertThat(before).startsWith((clock.millis() + 1) + "-000001-");
    }

    @Test
    void processesNeverHaveTheSame() {
        assertThat(new EventSequence(clock).next()).isNotEqualTo(new EventSequence(clock).next());
    }
}
