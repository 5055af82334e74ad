package io.github.camelcallrail.benchmarks.cold;

import io.github.camelcallrail.benchmarks.contender.Source;
import io.github.camelcallrail.benchmarks.server.CallGrid;
import io.github.camelcallrail.benchmarks.server.CallServer;
import io.github.camelcallrail.benchmarks.server.CallTemplates;
import io.github.camelcallrail.benchmarks.server.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lets each contender read the same calls in a process of its own, in turns, round by round. The server stays in this
 * process.
 *
 * @param jvm options for the JVMs of the contenders
 * @param rounds the number of rounds; another one before them is not counted
 * @param wanted the contenders to compare; empty for all
 * @param progress receives messages on the progress
 */
record ColdRace(List<String> jvm, int rounds, List<ColdContender> wanted, Consumer<String> progress) {

    ColdOutcome run(ColdScenario scenario) throws IOException, InterruptedException {
        ColdOutcome outcome = new ColdOutcome(scenario);
        CallGrid grid = CallGrid.ofAYear(Instant.now(), scenario.scenario().records());
        List<ColdContender> contenders = scenario.contenders(PythonLoop.isAvailable()).stream()
                .filter(contender -> wanted.isEmpty() || wanted.contains(contender))
                .toList();
        Path directory = Files.createTempDirectory("cold");
        PythonLoop.writeTo(directory);
        try (CallServer server = new CallServer(
                grid, new CallTemplates(Profile.FIELDS), scenario.scenario().latency(), false)) {
            Source source = new Source(server.baseUrl(), grid, 250, !scenario.again());
            // The first round warms the server and the caches of the file system, and prepares the state.
            for (int round = 0; round <= rounds; round++) {
                for (ColdContender contender : contenders) {
                    progress.accept("%s, %s, %s"
                            .formatted(
                                    scenario.title(),
                                    round == 0 ? "warming up" : "round " + round + " of " + rounds,
                                    contender.text()));
                    if (!scenario.again()) {
                        delete(directory.resolve("state"));
                    }
                    ColdSample sample = run(contender, ColdJvm.running(jvm), source, server, directory);
                    requireAll(contender, scenario.again() && round > 0, grid, directory);
                    if (round > 0) {
                        outcome.add(contender, sample);
                    }
                }
            }
        } finally {
            delete(directory);
        }
        return outcome;
    }

    /** @param again whether an incremental consumer has read everything before */
    private static void requireAll(ColdContender contender, boolean again, CallGrid grid, Path directory)
            throws IOException {
        if (contender.reads()) {
            require(again && contender == ColdContender.INCREMENTAL ? 0 : grid.size(), directory, contender);
        }
    }

    /** Runs a process to its end. */
    static ColdSample run(ColdContender contender, ColdJvm jvm, Source source, CallServer server, Path directory)
            throws IOException, InterruptedException {
        long requests = server.requests();
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(contender.command(jvm, source, directory))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        long wall = System.nanoTime() - begin;
        if (exit != 0) {
            throw new IllegalStateException("Contender %s ended with %s: %s".formatted(contender.text(), exit, said));
        }
        return ColdSample.of(said, wall, server.requests() - requests);
    }

    /** Fails unless the contender wrote every call once. */
    static void require(int calls, Path directory, ColdContender contender) throws IOException {
        try (Stream<String> lines = Files.lines(ColdContender.calls(directory))) {
            long written = lines.map(line -> line.substring(0, line.indexOf("\",") + 1))
                    .distinct()
                    .count();
            if (written != calls) {
                throw new IllegalStateException(
                        "Contender %s wrote %s of %s calls".formatted(contender.text(), written, calls));
            }
        }
    }

    /** Deletes a directory with all that is in it, if there is one. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, IOException failure) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
