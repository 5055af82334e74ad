package io.github.camelcallrail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.benchmarks.server.Profile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    @Test
    void aScenarioIsReadFromItsName() {
        assertThat(Scenario.of("20k/50ms/0.3ms/transcripts"))
                .isEqualTo(new Scenario(
                        "20k/50ms/0.3ms/transcripts",
                        20_000,
                        Duration.ofMillis(50),
                        Duration.ofNanos(300_000),
                        Profile.TRANSCRIPTS));
        assertThat(Scenario.of("1m"))
                .isEqualTo(new Scenario("1m", 1_000_000, Duration.ZERO, Duration.ZERO, Profile.FIELDS));
    }

    @Test
    void allThatIsMeasuredByNameCanBeRead() {
        assertThat(Scenario.QUICK).allSatisfy(Scenario::of);
        assertThat(Scenario.FULL).allSatisfy(Scenario::of);
    }

    @Test
    void whatIsNoScenarioOrWordIsRefused() {
        assertThatThrownBy(() -> Scenario.of("many")).hasMessageContaining("not many");
        assertThatThrownBy(() -> Arguments.of("fast")).hasMessageContaining("'fast'");
        assertThatThrownBy(() -> Arguments.of("contenders=loop?readAhead=1").entries())
                .hasMessageContaining("'loop'");
    }
}
