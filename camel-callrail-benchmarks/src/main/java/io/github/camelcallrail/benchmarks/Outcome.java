package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.contender.Entry;
import io.github.camelcallrail.benchmarks.contender.Way;
import io.github.camelcallrail.benchmarks.measure.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What came of a scenario: the samples of each contender, one a round. */
final class Outcome {

    private final Scenario scenario;
    private final int bytesPerRecord;
    private final Map<Entry, List<Sample>> samples = new LinkedHashMap<>();

    /** @param bytesPerRecord of JSON, on average */
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

    void add(Entry entry, Sample sample) {
        samples.computeIfAbsent(entry, key -> new ArrayList<>()).add(sample);
    }

    List<Entry> entries() {
        return List.copyOf(samples.keySet());
    }

    int rounds() {
        return samples.values().stream().mapToInt(List::size).max().orElse(0);
    }

    /** The median of something over the rounds. */
    double median(Entry entry, ToDoubleFunction<Sample> what) {
        return median(samples.get(entry).stream().mapToDouble(what).toArray());
    }

    /** The least of something. */
    double least(Entry entry, ToDoubleFunction<Sample> what) {
        return samples.get(entry).stream().mapToDouble(what).min().orElseThrow();
    }

    /** The most of something. */
    double most(Entry entry, ToDoubleFunction<Sample> what) {
        return samples.get(entry).stream().mapToDouble(what).max().orElseThrow();
    }

    /**
     * How many times as fast a contender is as another: the median of the ratios within each round, in which both met the same
     * machine. Empty when the other did not take part.
     */
    OptionalDouble timesAsFastAs(Entry entry, Way way) {
        return samples.keySet().stream()
                .filter(other -> other.way() == way)
                .findFirst()
                .map(other -> OptionalDouble.of(median(IntStream.range(0, rounds())
                        .mapToDouble(round -> speed(entry, round) / speed(other, round))
                        .toArray())))
                .orElse(OptionalDouble.empty());
    }

    private double speed(Entry entry, int round) {
        return samples.get(entry).get(round).recordsPerSecond();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
