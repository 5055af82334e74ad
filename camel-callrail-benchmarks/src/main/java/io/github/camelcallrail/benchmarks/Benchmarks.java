package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.contender.Way;
import io.github.camelcallrail.benchmarks.report.BarChart;
import io.github.camelcallrail.benchmarks.report.Documentation;
import io.github.camelcallrail.benchmarks.report.Machine;
import io.github.camelcallrail.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures the component beside what people write by hand, prints what came out, and with {@code publish} writes it into the
 * documentation. {@code README.adoc} of this module says how it is called and what the figures mean.
 */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] words) throws Exception {
        Arguments arguments = Arguments.of(words);
        Path output = Files.createDirectories(Path.of(System.getProperty("benchmarks.output", "target/benchmarks")));
        String machine = Machine.inWords() + (arguments.gzip() ? "; answers compressed" : "");
        System.out.println(machine + "\n");

        List<Outcome> outcomes = new ArrayList<>();
        Race race = new Race(arguments, Benchmarks::progress);
        for (Scenario scenario : arguments.scenarios()) {
            Outcome outcome = race.run(scenario);
            outcomes.add(outcome);
            System.out.println(ResultTables.of(outcome).text());
        }
        Map<HeapTrial, HeapRun.Report> heaps = new LinkedHashMap<>();
        for (HeapTrial trial : arguments.heapTrials()) {
            progress("%s of %s in %d MB".formatted(trial.way(), trial.scenario().name(), trial.megabytes()));
            heaps.put(trial, trial.run(arguments));
        }
        if (!heaps.isEmpty()) {
            System.out.println(ResultTables.ofHeap(heaps).text());
        }

        write(arguments, output, machine, outcomes, heaps);
    }

    private static void write(
            Arguments arguments,
            Path output,
            String machine,
            List<Outcome> outcomes,
            Map<HeapTrial, HeapRun.Report> heaps)
            throws IOException {
        String origin = "Measured on %s, with the arguments `%s`.\n\n".formatted(machine, arguments);
        Documentation documentation = new Documentation(Path.of(System.getProperty("benchmarks.documentation", "")));
        if (!outcomes.isEmpty()) {
            BarChart chart = ResultTables.chart(outcomes);
            String tables = legend() + "\n"
                    + outcomes.stream()
                            .map(ResultTables::of)
                            .map(Table::asciiDoc)
                            .collect(Collectors.joining("\n"));
            String page = origin + Documentation.image("Records per second") + "\n" + tables;
            Files.writeString(output.resolve("speed.adoc"), page);
            Files.writeString(output.resolve("performance.svg"), chart.svg());
            if (arguments.publish()) {
                documentation.replace("speed", page);
                documentation.draw(chart);
            }
        }
        if (!heaps.isEmpty()) {
            String page = origin + ResultTables.ofHeap(heaps).asciiDoc();
            Files.writeString(output.resolve("heap.adoc"), page);
            if (arguments.publish()) {
                documentation.replace("heap", page);
            }
        }
        System.out.println("Written to " + (arguments.publish() ? "the documentation and " : "") + output);
    }

    private static String legend() {
        return Arrays.stream(Way.values())
                .map(way -> "`" + way.text() + "`:: " + way.description() + "\n")
                .collect(Collectors.joining());
    }

    private static void progress(String line) {
        System.err.println(line);
    }
}
