package io.github.camelcallrail.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the built application in its own process, against a sandbox with more calls than one page. */
@Timeout(120)
class QuarkusExampleIT {

    private static final String KEY = "key-of-nobody";
    private static final int CALLS = 300;

    @TempDir
    Path directory;

    private final Queue<String> output = new ConcurrentLinkedQueue<>();

    @Test
    void everyCallIsALineAndAfterARestartOnlyWhatIsNewOrEdited() throws Exception {
        try (CallRailSandbox sandbox =
                CallRailSandbox.builder().apiKey(KEY).empty().start()) {
            Instant now = Instant.now();
            sandbox.data().generate("calls", 1, now.minus(Duration.ofMinutes(20)), now.minus(Duration.ofMinutes(10)));
            String latest = sandbox.data().ids("calls").get(0);
            sandbox.data().generate("calls", CALLS - 1, now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(1)));

            run(sandbox, "CREATED", CALLS);
            sandbox.data().edit("calls", latest, Map.of("note", "edited"));
            run(sandbox, "UPDATED", 1);

            List<String> lines = Files.readAllLines(directory.resolve("calls.jsonl"));
            assertThat(sandbox.data().ids("calls"))
                    .hasSize(CALLS)
                    .allMatch(id -> countOf(id, lines) == (id.equals(latest) ? 2 : 1));
            assertThat(lines).hasSize(CALLS + 1);
            assertThat(sandbox.journal().requests("calls")).hasSize(3);
            assertThat(output)
                    .as("Quarkus' version of Camel, and no secret")
                    .anyMatch(line -> line.contains("Apache Camel 4.18.2 "))
                    .anyMatch(line -> line.contains("apiKey = xxxxxx"))
                    .noneMatch(line -> line.contains(KEY));
        }
    }

    private static long countOf(String id, List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("\"id\":\"" + id + '"'))
                .count();
    }

    /** Runs the application until it has logged this many calls with this change, and stops it as Ctrl-C does. */
    private void run(CallRailSandbox sandbox, String change, int calls) throws Exception {
        Process process = start(sandbox);
        try {
            CompletableFuture<Void> logged = new CompletableFuture<>();
            CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> read(process, change, calls, logged));
            CompletableFuture.anyOf(logged, ended).get(30, TimeUnit.SECONDS);
            assertThat(logged).as(() -> String.join("\n", output)).isDone();
            // Destroying the process directly would also close its output.
            process.toHandle().destroy();
            ended.get(30, TimeUnit.SECONDS);
            assertThat(process.waitFor()).as("exit code after the signal").isEqualTo(143);
            assertThat(output).last().asString().contains("quarkus-example stopped");
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(CallRailSandbox sandbox) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dexample.directory=" + directory,
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("CALLRAIL_API_KEY", KEY, "CALLRAIL_BASE_URL", sandbox.baseUrl()));
        return builder.start();
    }

    private void read(Process process, String change, int calls, CompletableFuture<Void> logged) {
        AtomicInteger count = new AtomicInteger();
        process.inputReader().lines().forEach(line -> {
            output.add(line);
            if (line.contains(" " + change + " CAL") && count.incrementAndGet() == calls) {
                logged.complete(null);
            }
        });
    }
}
