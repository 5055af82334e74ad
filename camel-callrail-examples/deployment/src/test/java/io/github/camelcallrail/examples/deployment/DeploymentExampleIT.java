package io.github.camelcallrail.examples.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the application as a service manager does: from its folder alone, with an environment, until SIGTERM. */
@Timeout(120)
class DeploymentExampleIT {

    private static final Path APPLICATION =
            Path.of("target", "app", "callrail.jar").toAbsolutePath();
    private static final Path LOG = Path.of("target", "application.log");
    private static final int CALLS = 300;

    /** What a JVM says when SIGTERM ended it; the unit for systemd counts it as success. */
    private static final int TERMINATED = 143;

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private CallRailSandbox sandbox;
    private int port;
    private Process process;

    @BeforeEach
    void prepare() throws IOException {
        sandbox = CallRailSandbox.builder().empty().start();
        Instant now = Instant.now();
        sandbox.data().generate("calls", CALLS, now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(1)));
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
        sandbox.close();
    }

    @Test
    void itIsHealthyStopsInOrderAndResumes() throws Exception {
        start();
        awaitCalls(CALLS);
        assertThat(List.of(health(""), health("/ready"), health("/live"))).containsOnly(200);
        stop();

        Instant now = Instant.now();
        sandbox.data().generate("calls", 1, now.minus(Duration.ofMinutes(20)), now.minus(Duration.ofMinutes(10)));
        start();
        awaitCalls(CALLS + 1);
        stop();

        assertThat(lines()).hasSize(CALLS + 1);
        assertThat(directory).isDirectoryContaining(path -> path.endsWith("state"));
        // Two pages, and one after the restart.
        assertThat(sandbox.journal().requests("calls")).hasSize(3);
    }

    @Test
    void withoutAKeyItDoesNotStartAndSaysWhy() throws Exception {
        start("CALLRAIL_API_KEY");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isPositive();
        assertThat(LOG).content().contains("CALLRAIL_API_KEY");
    }

    /** Starts it without some variables of its environment. */
    private void start(String... missing) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                APPLICATION.toString());
        builder.directory(directory.toFile()).redirectErrorStream(true).redirectOutput(LOG.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "CALLRAIL_API_KEY", sandbox.apiKey(),
                        "CALLRAIL_BASE_URL", sandbox.baseUrl(),
                        "CALLRAIL_HEALTH_PORT", String.valueOf(port),
                        "CALLRAIL_DATA", directory.toString()));
        List.of(missing).forEach(builder.environment()::remove);
        process = builder.start();
    }

    private void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
    }

    private void awaitCalls(int calls) throws Exception {
        while (lines().size() < calls || health("/ready") != 200) {
            assertThat(process.isAlive()).isTrue();
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    private List<String> lines() throws IOException {
        Path calls = directory.resolve("calls.jsonl");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** The status of the answer, or 0 when there is none. */
    private int health(String part) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/observe/health" + part))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
