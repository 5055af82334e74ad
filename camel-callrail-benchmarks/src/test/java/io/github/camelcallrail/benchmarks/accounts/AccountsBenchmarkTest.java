package io.github.camelcallrail.benchmarks.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The benchmark of many accounts runs, here with a few. */
class AccountsBenchmarkTest {

    @Test
    void everyAccountIsPolledAgainAndAgain() throws Exception {
        AccountsOutcome outcome = AccountsBenchmark.outcome(3, Duration.ofSeconds(1), line -> {});

        assertThat(outcome.requests()).hasSize(3).allSatisfy((account, times) -> assertThat(times)
                .hasSizeGreaterThan(3));
        assertThat(outcome.longestGap()).isLessThan(Duration.ofSeconds(15));
        assertThat(outcome.table().text()).contains("3 accounts on one node", "Threads of the process");
    }
}
