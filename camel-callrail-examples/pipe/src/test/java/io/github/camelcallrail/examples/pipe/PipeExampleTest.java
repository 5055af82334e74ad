package io.github.camelcallrail.examples.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unmodified Pipe with the Camel CLI in its own JVM, against a sandbox with more calls than one page. */
@Timeout(120)
class PipeExampleTest {

    private static final int CALLS = 300;
    private static final Pattern ID = Pattern.compile("^\\{.*?\"id\":\"(.*?)\"");

    @TempDir
    Path directory;

    @Test
    void everyCallIsALineAndAfterARestartOnlyWhatWasEdited() throws Exception {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            Instant now = Instant.now();
            sandbox.data().generate("calls", 1, now.minus(Duration.ofMinutes(20)), now.minus(Duration.ofMinutes(10)));
            String latest = sandbox.data().ids("calls").get(0);
            sandbox.data().generate("calls", CALLS - 1, now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(1)));

            run(sandbox);
            assertThat(ids()).containsExactlyInAnyOrderElementsOf(sandbox.data().ids("calls"));
            assertThat(sandbox.journal().requests("calls")).hasSize(2);

            sandbox.data().edit("calls", latest, Map.of("note", "edited"));
            run(sandbox);
            assertThat(ids()).hasSize(CALLS + 1).endsWith(latest);
            assertThat(sandbox.journal().requests("calls")).hasSize(3);
        }
        assertThat(directory.resolve("output.txt"))
                .content()
                .contains("MavenDownloader in offline mode")
                .doesNotContain("Error downloading: org.apache.camel");
    }

    private List<String> ids() throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("calls.jsonl"))) {
            Matcher id = ID.matcher(line);
            assertThat(id.find()).as(line).isTrue();
            ids.add(id.group(1));
        }
        return ids;
    }

    /** Runs the CLI until no more calls arrive, in a directory that also serves as the user's home. */
    private void run(CallRailSandbox sandbox) throws IOException, InterruptedException, URISyntaxException {
        Path output = directory.resolve("output.txt");
        Process cli = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // The process is too short-lived for the optimizing compiler.
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Duser.home=" + directory,
                        "-Dmaven.repo.local=" + Path.of("target", "repository").toAbsolutePath(),
                        "-Dexample.api-key=" + sandbox.apiKey(),
                        "-Dexample.base-url=" + sandbox.baseUrl(),
                        CamelCli.class.getName(),
                        "run",
                        Path.of(PipeExampleTest.class.getResource("/pipe.yaml").toURI())
                                .toString(),
                        "--download=false",
                        "--max-idle-seconds=3")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(cli.waitFor(50, TimeUnit.SECONDS)).as(() -> text(output)).isTrue();
            assertThat(cli.exitValue()).as(() -> text(output)).isZero();
        } finally {
            cli.destroyForcibly();
        }
    }

    private static String text(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
