package io.github.camelcallrail.benchmarks.cold;

import io.github.camelcallrail.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares whole processes, from their start to their end, so that start-up and compilation count. */
public final class ColdBenchmark {

    /** As a container with little memory would run. */
    private static final String DEFAULT_JVM = "-Xmx512m";

    private static final int DEFAULT_ROUNDS = 5;

    private ColdBenchmark() {}

    /**
     * Runs the scenarios and returns their tables.
     *
     * @param scenarios their names, separated by commas; empty for all
     * @param contenders the names of the processes to compare; empty for all
     * @param jvm options for their JVMs, separated by spaces; empty for a heap of 512 MB
     * @param progress receives messages on the progress
     */
    public static List<Table> run(
            String scenarios, List<String> contenders, String jvm, int rounds, Consumer<String> progress)
            throws IOException, InterruptedException {
        ColdRace race = new ColdRace(
                options(jvm),
                rounds(rounds),
                contenders.stream().map(ColdContender::of).toList(),
                progress);
        List<Table> tables = new ArrayList<>();
        for (ColdScenario scenario : ColdScenario.all(scenarios)) {
            tables.add(race.run(scenario).table());
        }
        return tables;
    }

    static List<String> options(String jvm) {
        return List.of((jvm.isEmpty() ? DEFAULT_JVM : jvm).split(" "));
    }

    static int rounds(int given) {
        return given == 0 ? DEFAULT_ROUNDS : given;
    }

    /** What the names of the processes mean, as a list for the documentation. */
    public static String legend() {
        return Arrays.stream(ColdContender.values())
                .map(contender -> "`" + contender.text() + "`:: " + contender.description() + "\n")
                .collect(Collectors.joining());
    }
}
