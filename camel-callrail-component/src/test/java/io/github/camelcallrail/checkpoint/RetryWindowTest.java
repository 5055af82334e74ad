package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryWindowTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void fewTimesStandAlone() {
        assertThat(RetryWindow.of(List.of(START.plusSeconds(9), START, START.plusSeconds(3610))))
                .containsExactly(
                        new RetryWindow(START, START.plusSeconds(9)),
                        new RetryWindow(START.plusSeconds(3610), START.plusSeconds(3610)));
        assertThat(RetryWindow.of(List.of())).isEmpty();
    }

    @Test
    void theClosestOfManyBecomeOne() {
        List<Instant> times = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            times.add(START.plusSeconds(86_400L * day));
        }
        times.add(START.plusSeconds(86_400L * 4 + 7200));

        assertThat(RetryWindow.of(times))
                .hasSize(10)
                .contains(new RetryWindow(START.plusSeconds(86_400L * 4), START.plusSeconds(86_400L * 4 + 7200)));
    }

    @Test
    void everyTimeIsInOne() {
        Random random = new Random(5);
        List<Instant> times = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            times.add(START.plusSeconds(random.nextInt(86_400 * 700)));
        }
        List<RetryWindow> retries = RetryWindow.of(times);

        assertThat(retries).hasSize(10);
        assertThat(times).allMatch(time -> retries.stream()
                .anyMatch(retry -> !time.isBefore(retry.first()) && !time.isAfter(retry.last())));
    }
}
