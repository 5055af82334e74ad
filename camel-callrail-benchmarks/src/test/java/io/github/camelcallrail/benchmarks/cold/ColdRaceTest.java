package io.github.camelcallrail.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every process reads all records, or fails; speed is not checked. */
class ColdRaceTest {

    private static ColdOutcome run(String scenario, ColdContender... contenders) throws Exception {
        List<String> jvm = ColdJvm.running(List.of("-Xmx256m"))
                .with(JvmSetting.C1_SERIAL.options())
                .options();
        ColdRace race = new ColdRace(jvm, 1, List.of(contenders), line -> {});
        return race.run(ColdScenario.all(scenario).get(0));
    }

    @Test
    void everyProcessReadsEveryCallWithAsManyRequestsAsThereArePages() throws Exception {
        ColdOutcome outcome = run("600");

        assertThat(outcome.samples().keySet())
                .contains(
                        ColdContender.CONSUMER,
                        ColdContender.STREAM,
                        ColdContender.INCREMENTAL,
                        ColdContender.ROUTE,
                        ColdContender.LOOP);
        assertThat(outcome.samples()).allSatisfy((contender, samples) -> {
            assertThat(samples).hasSize(1);
            assertThat(samples.get(0).requests()).as(contender.text()).isEqualTo(3);
            assertThat(samples.get(0).wallNanos()).isGreaterThan(samples.get(0).readingNanos());
        });
        assertThat(outcome.table().asciiDoc()).contains("x route", "x loop", "| incremental |");
    }

    @Test
    void aSecondStartTakesOneRequest() throws Exception {
        Map<ColdContender, List<ColdSample>> samples = run("second-start").samples();

        assertThat(samples).containsOnlyKeys(ColdContender.INCREMENTAL, ColdContender.ROUTE, ColdContender.EMPTY);
        assertThat(samples.get(ColdContender.INCREMENTAL).get(0).requests()).isEqualTo(1);
        assertThat(samples.get(ColdContender.ROUTE).get(0).requests()).isEqualTo(1);
        assertThat(samples.get(ColdContender.EMPTY).get(0).requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'', 4", "50k, 1", "'50k,10k/150ms', 2"})
    void scenariosAreGivenByName(String names, int count) {
        assertThat(ColdScenario.all(names)).hasSize(count);
    }

    @Test
    void whatIsNoContenderIsRejected() {
        assertThatThrownBy(() -> ColdContender.of("fast")).hasMessageContaining("'fast'");
    }
}
