package io.github.camelcallrail.benchmarks.cold;

import io.github.camelcallrail.benchmarks.measure.Median;
import io.github.camelcallrail.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The result of a scenario: the samples of each contender, one per round. */
final class ColdOutcome {

    private final ColdScenario scenario;
    private final Map<ColdContender, List<ColdSample>> samples = new EnumMap<>(ColdContender.class);

    ColdOutcome(ColdScenario scenario) {
        this.scenario = scenario;
    }

    void add(ColdContender contender, ColdSample sample) {
        samples.computeIfAbsent(contender, key -> new ArrayList<>()).add(sample);
    }

    /** The samples of each contender, in the order of the rounds. */
    Map<ColdContender, List<ColdSample>> samples() {
        return samples;
    }

    Table table() {
        List<String> head =
                new ArrayList<>(List.of("process", "wall s", "least", "most", "reading s", "CPU s", "requests"));
        List<ColdContender> references = samples.keySet().stream()
                .filter(contender -> contender.ordinal() >= ColdContender.ROUTE.ordinal())
                .toList();
        references.forEach(reference -> head.add("x " + reference.text()));
        Table table = new Table(title(), head);
        samples.forEach((contender, all) -> {
            List<String> row = new ArrayList<>(List.of(
                    contender.text(),
                    number(median(all, ColdSample::wallSeconds)),
                    number(all.stream()
                            .mapToDouble(ColdSample::wallSeconds)
                            .min()
                            .orElseThrow()),
                    number(all.stream()
                            .mapToDouble(ColdSample::wallSeconds)
                            .max()
                            .orElseThrow()),
                    contender.reads() ? number(median(all, ColdSample::readingSeconds)) : "-",
                    contender.reads() ? number(median(all, ColdSample::processorSeconds)) : "-",
                    Math.round(median(all, ColdSample::requests)) + ""));
            references.forEach(reference -> row.add(number(timesAsFast(all, samples.get(reference)))));
            table.add(row);
        });
        return table;
    }

    private String title() {
        int rounds = samples.values().stream().mapToInt(List::size).max().orElse(0);
        return scenario.title() + "; " + rounds + " rounds";
    }

    /** The median of the ratios within each round, in which both ran under the same conditions. */
    private static double timesAsFast(List<ColdSample> one, List<ColdSample> reference) {
        return Median.of(IntStream.range(0, one.size())
                .mapToDouble(round ->
                        reference.get(round).wallSeconds() / one.get(round).wallSeconds())
                .toArray());
    }

    private static double median(List<ColdSample> all, ToDoubleFunction<ColdSample> what) {
        return Median.of(all.stream().mapToDouble(what).toArray());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
