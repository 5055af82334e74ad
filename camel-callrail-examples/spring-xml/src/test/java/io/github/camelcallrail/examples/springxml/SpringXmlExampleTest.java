package io.github.camelcallrail.examples.springxml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.spring.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unmodified file against a sandbox with more calls than one page. */
@Timeout(60)
class SpringXmlExampleTest {

    private static final int CALLS = 300;
    private static final List<String> SET = List.of("example.api-key", "example.base-url", "example.directory");

    @TempDir
    Path directory;

    @AfterEach
    void clearProperties() {
        SET.forEach(System::clearProperty);
    }

    @Test
    void everyCallIsALineOfTheFile() throws Exception {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            Instant now = Instant.now();
            sandbox.data().generate("calls", CALLS, now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(1)));
            System.setProperty(SET.get(0), sandbox.apiKey());
            System.setProperty(SET.get(1), sandbox.baseUrl());
            System.setProperty(SET.get(2), directory.toString());

            run();

            List<String> lines = Files.readAllLines(directory.resolve("calls.jsonl"));
            assertThat(lines).hasSize(CALLS);
            assertThat(sandbox.data().ids("calls"))
                    .allMatch(id -> lines.stream().anyMatch(line -> line.contains("\"id\":\"" + id + '"')));
            assertThat(sandbox.journal().requests("calls")).hasSize(2);
        }
    }

    private static void run() throws Exception {
        Main main = new Main();
        main.start();
        try {
            NotifyBuilder done =
                    new NotifyBuilder(main.getCamelContext()).whenDone(CALLS).create();
            assertThat(done.matches(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            main.stop();
        }
    }
}
