package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.contender.ContenderEntry;
import io.github.camelcallrail.benchmarks.contender.Source;
import io.github.camelcallrail.benchmarks.server.CallGrid;
import io.github.camelcallrail.benchmarks.server.CallServer;
import io.github.camelcallrail.benchmarks.server.CallTemplates;
import io.github.camelcallrail.benchmarks.server.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks whether a contender can read a number of calls in a heap of a given size. It reads in its own JVM, which
 * contains nothing else; the server stays in this JVM.
 */
record HeapTrial(String kind, int megabytes, Scenario scenario) {

    /**
     * A million calls in 64 MB, and calls with transcripts, whose pages are 8 MB each, in 256 MB.
     *
     * @param count the number of calls to use instead, such as {@code 20k}
     */
    static List<HeapTrial> all(Optional<String> count) {
        List<HeapTrial> trials = new ArrayList<>();
        for (String kind : List.of("consumer", "stream")) {
            trials.add(new HeapTrial(kind, 64, Scenario.of(count.orElse("1m"))));
            trials.add(new HeapTrial(kind, 256, Scenario.of(count.orElse("100k") + "/0ms/0ms/transcripts")));
        }
        return trials;
    }

    /** The report that the JVM printed; fails if the JVM failed. */
    HeapRun.Report run(Arguments arguments) throws IOException, InterruptedException {
        CallGrid grid = CallGrid.endingBefore(Instant.now(), arguments.perMinute(), scenario.records());
        try (CallServer server =
                new CallServer(grid, new CallTemplates(scenario.profile()), scenario.latency(), arguments.gzip())) {
            Source source = new Source(server.baseUrl(), grid, arguments.pageSize());
            Process process = new ProcessBuilder(command(new RunArguments(entry(arguments), source).words()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "%s of %s fails in %s MB: %s".formatted(kind, scenario.name(), megabytes, said));
            }
            return HeapRun.Report.of(said);
        }
    }

    boolean transcripts() {
        return scenario.profile() == Profile.TRANSCRIPTS;
    }

    private ContenderEntry entry(Arguments arguments) {
        return ContenderEntry.of(kind, arguments.options());
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                HeapRun.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
