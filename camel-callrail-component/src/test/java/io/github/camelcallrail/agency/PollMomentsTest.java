package io.github.camelcallrail.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each account polls at its own moment of the interval. */
class PollMomentsTest {

    private static final Duration INTERVAL = Duration.ofMinutes(15);

    @ParameterizedTest
    @CsvSource({"PT0S, PT5M", "PT4M59S, PT1S", "PT5M, PT15M", "PT5M1S, PT14M59S", "PT14M, PT6M", "PT150M, PT5M"})
    void theNextMomentIsAheadAndAtMostAnIntervalAway(Duration since, Duration next) {
        assertThat(new PollMoments(INTERVAL, Duration.ofMinutes(5)).next(since)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 40, 2000})
    void anyNumberOfAccountsIsSpreadOverTheInterval(int accounts) {
        long[] moments = IntStream.range(0, accounts)
                .mapToLong(number -> PollMoments.of(number, INTERVAL).offset().toMillis())
                .sorted()
                .toArray();

        long longestGap = INTERVAL.toMillis() - moments[accounts - 1] + moments[0];
        for (int i = 1; i < accounts; i++) {
            longestGap = Math.max(longestGap, moments[i] - moments[i - 1]);
        }
        assertThat(longestGap).isLessThanOrEqualTo(2 * INTERVAL.toMillis() / accounts);
        assertThat(moments[0]).isNotNegative();
        assertThat(moments[accounts - 1]).isLessThan(INTERVAL.toMillis());
    }
}
