package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.accounts.AccountsBenchmark;
import io.github.camelcallrail.benchmarks.cold.ColdBenchmark;
import io.github.camelcallrail.benchmarks.cold.JvmSettingsBenchmark;
import io.github.camelcallrail.benchmarks.contender.ContenderKind;
import io.github.camelcallrail.benchmarks.report.BarChart;
import io.github.camelcallrail.benchmarks.report.Documentation;
import io.github.camelcallrail.benchmarks.report.Machine;
import io.github.camelcallrail.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Measures the component in comparison with hand-written code, prints the results, and with {@code publish} writes them
 * to the documentation. {@code README.adoc} of this module explains how to run it and what the figures mean.
 */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] words) throws Exception {
        Arguments arguments = Arguments.of(words);
        Path output = Files.createDirectories(Path.of(System.getProperty("benchmarks.output", "target/benchmarks")));
        String machine = Machine.inWords() + (arguments.gzip() ? "; responses compressed" : "");
        System.out.println(machine + "\n");

        // Written before the small heaps are tried: one that is too small ends the run.
        write(arguments, output, "speed", machine, speed(arguments, output));
        write(arguments, output, "cold", machine, cold(arguments));
        write(arguments, output, JvmSettingsBenchmark.NAME, machine, jvmSettings(arguments));
        write(arguments, output, AccountsBenchmark.NAME, machine, accounts(arguments));
        write(arguments, output, "heap", machine, heaps(arguments));
        System.out.println("Written to " + (arguments.publish() ? "the documentation and " : "") + output);
    }

    /** The part of the page on speed; empty if no scenario was requested. */
    private static String speed(Arguments arguments, Path output) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        Race race = new Race(arguments, Benchmarks::progress);
        for (Scenario scenario : arguments.scenarios()) {
            Outcome outcome = race.run(scenario);
            outcomes.add(outcome);
            System.out.println(ResultTables.of(outcome).text());
        }
        if (outcomes.isEmpty()) {
            return "";
        }
        BarChart chart = ResultTables.chart(outcomes);
        Files.writeString(output.resolve("performance.svg"), chart.svg());
        if (arguments.publish()) {
            documentation().draw(chart);
        }
        String tables =
                outcomes.stream().map(ResultTables::of).map(Table::asciiDoc).collect(Collectors.joining("\n"));
        return Documentation.image("Records per second") + "\n" + legend() + "\n" + tables;
    }

    /** The part of the page on whole processes; empty if none was requested. */
    private static String cold(Arguments arguments) throws IOException, InterruptedException {
        if (arguments.cold().isEmpty()) {
            return "";
        }
        List<Table> tables = ColdBenchmark.run(
                arguments.cold().get(),
                arguments.processes(),
                arguments.jvm(),
                arguments.rounds().orElse(0),
                Benchmarks::progress);
        tables.forEach(table -> System.out.println(table.text()));
        return ColdBenchmark.legend() + "\n"
                + tables.stream().map(Table::asciiDoc).collect(Collectors.joining("\n"));
    }

    /** The part of the page on jobs that read once; empty if it was not requested. */
    private static String jvmSettings(Arguments arguments) throws IOException, InterruptedException {
        if (!arguments.jvmSettings()) {
            return "";
        }
        List<Table> tables =
                JvmSettingsBenchmark.run(arguments.jvm(), arguments.rounds().orElse(0), Benchmarks::progress);
        tables.forEach(table -> System.out.println(table.text()));
        return JvmSettingsBenchmark.legend() + "\n"
                + tables.stream().map(Table::asciiDoc).collect(Collectors.joining("\n"));
    }

    /** The part of the page on agencies; empty if it was not requested. */
    private static String accounts(Arguments arguments) throws IOException, InterruptedException {
        if (arguments.accounts().isEmpty()) {
            return "";
        }
        Table table =
                AccountsBenchmark.run(arguments.accounts().getAsInt(), Duration.ofMinutes(1), Benchmarks::progress);
        System.out.println(table.text());
        return table.asciiDoc();
    }

    /** The part of the page on memory; empty if no heap was requested. */
    private static String heaps(Arguments arguments) throws IOException, InterruptedException {
        Map<HeapTrial, HeapRun.Report> heaps = new LinkedHashMap<>();
        for (HeapTrial trial : arguments.heapTrials()) {
            progress(
                    "%s of %s in %s MB".formatted(trial.kind(), trial.scenario().name(), trial.megabytes()));
            heaps.put(trial, trial.run(arguments));
        }
        if (heaps.isEmpty()) {
            return "";
        }
        Table table = ResultTables.ofHeap(heaps);
        System.out.println(table.text());
        return table.asciiDoc();
    }

    private static void write(Arguments arguments, Path output, String part, String machine, String text)
            throws IOException {
        if (text.isEmpty()) {
            return;
        }
        String page = "Measured on %s, with the arguments `%s`.\n\n".formatted(machine, arguments) + text;
        Files.writeString(output.resolve(part + ".adoc"), page);
        if (arguments.publish()) {
            documentation().replace(part, page);
        }
    }

    private static Documentation documentation() {
        return new Documentation(Path.of(System.getProperty("benchmarks.documentation", "")));
    }

    private static String legend() {
        return Arrays.stream(ContenderKind.values())
                .map(kind -> "`" + kind.text() + "`:: " + kind.description() + "\n")
                .collect(Collectors.joining());
    }

    private static void progress(String line) {
        System.err.println(line);
    }
}
