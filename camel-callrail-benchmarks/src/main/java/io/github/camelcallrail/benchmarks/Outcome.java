package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.contender.ContenderEntry;
import io.github.camelcallrail.benchmarks.contender.ContenderKind;
import io.github.camelcallrail.benchmarks.measure.Median;
import io.github.camelcallrail.benchmarks.measure.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The result of a scenario: the samples of each contender, one per round. */
final class Outcome {

    private final Scenario scenario;
    private final int bytesPerRecord;
    private final Map<ContenderEntry, List<Sample>> samples = new LinkedHashMap<>();

    /** @param bytesPerRecord the average size of a record's JSON */
    Outcome(Scenario scenario, int bytesPerRecord) {
        this.scenario = scenario;
        this.bytesPerRecord = bytesPerRecord;
    }

    int bytesPerRecord() {
        return bytesPerRecord;
    }

    Scenario scenario() {
        return scenario;
    }

    void add(ContenderEntry entry, Sample sample) {
        samples.computeIfAbsent(entry, key -> new ArrayList<>()).add(sample);
    }

    List<ContenderEntry> entries() {
        return List.copyOf(samples.keySet());
    }

    int rounds() {
        return samples.values().stream().mapToInt(List::size).max().orElse(0);
    }

    /** The median of a value over the rounds. */
    double median(ContenderEntry entry, ToDoubleFunction<Sample> what) {
        return Median.of(samples.get(entry).stream().mapToDouble(what).toArray());
    }

    /** The minimum of a value. */
    double least(ContenderEntry entry, ToDoubleFunction<Sample> what) {
        return samples.get(entry).stream().mapToDouble(what).min().orElseThrow();
    }

    /** The maximum of a value. */
    double most(ContenderEntry entry, ToDoubleFunction<Sample> what) {
        return samples.get(entry).stream().mapToDouble(what).max().orElseThrow();
    }

    /**
     * How many times as fast one contender is as another: the median of the ratios within each round, where both ran
     * under the same conditions. Empty if the other did not take part.
     */
    OptionalDouble timesAsFastAs(ContenderEntry entry, ContenderKind kind) {
        return samples.keySet().stream()
                .filter(other -> other.kind() == kind)
                .findFirst()
                .map(other -> OptionalDouble.of(Median.of(IntStream.range(0, rounds())
                        .mapToDouble(round -> speed(entry, round) / speed(other, round))
                        .toArray())))
                .orElse(OptionalDouble.empty());
    }

    private double speed(ContenderEntry entry, int round) {
        return samples.get(entry).get(round).recordsPerSecond();
    }
}
