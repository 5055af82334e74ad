package io.github.camelcallrail.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.benchmarks.contender.ContenderEntry;
import io.github.camelcallrail.benchmarks.contender.ContenderKind;
import io.github.camelcallrail.benchmarks.measure.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every contender reads all records; speed is not checked. */
class RaceTest {

    // Enough records that the component restarts at a minute boundary twice.
    private static final int RECORDS = 600;
    private static final int PAGE = 12;

    @ParameterizedTest
    @ValueSource(strings = {"per-minute=1", "per-minute=2", "per-minute=7", "gzip"})
    void everyContenderReadsEveryCall(String argument) throws Exception {
        Outcome outcome = run(argument, "rounds=1", "warmups=0", "page-size=" + PAGE, "scenarios=" + RECORDS);

        assertThat(outcome.entries()).extracting(ContenderEntry::kind).containsExactly(ContenderKind.values());
        assertThat(outcome.entries()).allSatisfy(entry -> {
            assertThat(outcome.median(entry, Sample::records)).isEqualTo(RECORDS);
            assertThat(outcome.median(entry, Sample::requests)).isBetween(50.0, 56.0);
        });
    }

    @Test
    void contendersOfOneWayDifferByTheirOptions() throws Exception {
        Outcome outcome = run("scenarios=600", "rounds=1", "warmups=0", "contenders=stream,stream?pageSize=100,loop");

        assertThat(outcome.entries().stream().map(entry -> outcome.median(entry, Sample::requests)))
                .containsExactly(3.0, 6.0, 3.0);
    }

    @Test
    void waitingTakesAsLongAsItShould() throws Exception {
        Outcome outcome = run("scenarios=600/50ms/0.5ms", "rounds=1", "warmups=0", "contenders=loop");

        double seconds = outcome.median(outcome.entries().get(0), Sample::wallSeconds);
        assertThat(seconds).isGreaterThan(3 * 0.05 + 600 * 0.0005 - 0.01);
    }

    @Test
    void aSmallHeapIsTriedInAnotherProcess() throws Exception {
        Arguments arguments = Arguments.of("heap=" + RECORDS);

        HeapRun.Report report = arguments.heapTrials().get(0).run(arguments);

        assertThat(report.records()).isEqualTo(RECORDS);
        assertThat(report.neededBytes()).isBetween(1L, report.usedBytes());
    }

    private static Outcome run(String... words) throws Exception {
        Arguments arguments = Arguments.of(words);
        return new Race(arguments, line -> {}).run(arguments.scenarios().get(0));
    }
}
