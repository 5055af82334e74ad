package io.github.camelcallrail.examples.oneshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the job as a scheduler does: from its folder alone, with an environment, until it ends by itself. */
@Timeout(120)
class OneShotExampleIT {

    private static final String APPLICATION =
            Path.of("target", "app", "callrail.jar").toAbsolutePath().toString();
    private static final int CALLS = 300;
    private static final List<String> SETTINGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final String NO_RETRY = "-Dcamel.component.callrail.max-retries=0";

    @TempDir
    Path directory;

    private CallRailSandbox sandbox;

    @BeforeEach
    void prepare() {
        sandbox = CallRailSandbox.builder().accounts(2).empty().start();
        generate(CALLS, Duration.ofDays(2));
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    @Test
    void itEndsAndTheNextRunAppendsWhatIsNew() throws Exception {
        assertThat(run()).isZero();
        assertThat(calls()).hasSize(CALLS);
        assertThat(run()).isZero();
        assertThat(calls()).hasSize(CALLS);

        generate(1, Duration.ofMinutes(20));
        assertThat(run()).isZero();
        assertThat(calls()).hasSize(CALLS + 1);
    }

    @Test
    void aReportThatCannotBeReadIsNoSuccess() throws Exception {
        sandbox.faults().always("calls", Fault.status(503, ""));

        assertThat(run(NO_RETRY)).isEqualTo(1);
        assertThat(calls()).isEmpty();
    }

    @Test
    void anAccountThatCannotBeReadIsNoSuccessButTheOtherIsRead() throws Exception {
        sandbox.faults().inAccount(sandbox.accountIds().get(1), Fault.status(403, ""));

        assertThat(run()).isEqualTo(1);
        assertThat(calls()).hasSize(CALLS);
    }

    @Test
    void aCallThatCannotBeWrittenIsNoSuccess() throws Exception {
        Files.createDirectories(directory.resolve("calls.jsonl"));

        assertThat(run()).isEqualTo(1);
    }

    /** As in the Dockerfile: a run that reaches nobody makes the archive, and a run that reads uses it. */
    @Test
    void theArchiveOfAFailedRunIsUsed() throws Exception {
        Path archive = directory.resolve("callrail.jsa");
        String address = sandbox.baseUrl();
        sandbox.close();

        assertThat(runAt(address, "-XX:ArchiveClassesAtExit=" + archive, NO_RETRY))
                .isEqualTo(1);
        assertThat(archive).isNotEmptyFile();

        sandbox = CallRailSandbox.builder().empty().start();
        generate(CALLS, Duration.ofDays(2));
        // With this option the JVM does not start if it cannot use the archive.
        assertThat(run("-XX:SharedArchiveFile=" + archive, "-Xshare:on")).isZero();
        assertThat(calls()).hasSize(CALLS);
    }

    private void generate(int count, Duration ago) {
        Instant now = Instant.now();
        sandbox.data().generate("calls", count, now.minus(ago), now.minus(Duration.ofMinutes(10)));
    }

    private int run(String... options) throws Exception {
        return runAt(sandbox.baseUrl(), options);
    }

    private int runAt(String address, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SETTINGS);
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", APPLICATION));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "application.log").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "CALLRAIL_API_KEY", sandbox.apiKey(),
                        "CALLRAIL_BASE_URL", address,
                        "CALLRAIL_DATA", directory.toString()));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private List<String> calls() throws IOException {
        Path calls = directory.resolve("calls.jsonl");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }
}
