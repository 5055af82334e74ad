package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that does not receive events needs none of the libraries for it. */
class WithoutWebhookTest extends SandboxTest {

    /** What receives events, and what is told about them. */
    private static final Pattern OPTIONAL =
            Pattern.compile("(camel-(webhook|platform-http.*|vertx.*)|vertx-.*|netty-.*|micrometer-.*)-[0-9].*\\.jar");

    @TempDir
    Path directory;

    @Test
    void everythingElseWorksAndEventsSayWhatTheyNeed() throws Exception {
        calls(3);

        List<String> lines = run(uri("calls", ""));

        assertThat(lines)
                .contains(
                        PlainApplication.RECORDS + 3,
                        PlainApplication.FAILURE + "'callrail:events' needs camel-webhook. Add the artifact"
                                + " org.apache.camel:camel-webhook (Spring Boot: camel-webhook-starter, Quarkus:"
                                + " camel-quarkus-webhook), and begin the route with webhook:callrail:events.")
                .noneMatch(line -> line.contains("NoClassDefFoundError"));
    }

    private List<String> run(String uri) throws Exception {
        Path output = directory.resolve("printed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        PlainApplication.class.getName(),
                        sandbox.baseUrl(),
                        sandbox.apiKey(),
                        CLOCK.instant().toString(),
                        uri)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output);
        assertThat(process.exitValue()).as(() -> String.join("\n", lines)).isZero();
        return lines;
    }

    private static String classPath() {
        List<String> all =
                Arrays.asList(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)));
        List<String> needed = all.stream()
                .filter(path -> !OPTIONAL.matcher(Path.of(path).getFileName().toString())
                        .matches())
                .toList();
        assertThat(all.stream().filter(path -> !needed.contains(path)).collect(Collectors.joining(" ")))
                .as("what is left out")
                .contains("camel-webhook", "vertx-core", "camel-platform-http");
        return String.join(File.pathSeparator, needed);
    }
}
