package io.github.camelcallrail.examples.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the unmodified route against a sandbox with more calls than one page. */
@Timeout(60)
class YamlExampleTest {

    private static final int CALLS = 300;

    @TempDir
    Path directory;

    @Test
    void everyCallIsALineAndAfterARestartOnlyWhatIsNewOrEdited() throws Exception {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            Instant now = Instant.now();
            sandbox.data().generate("calls", 1, now.minus(Duration.ofMinutes(20)), now.minus(Duration.ofMinutes(10)));
            String latest = sandbox.data().ids("calls").get(0);
            sandbox.data().generate("calls", CALLS - 1, now.minus(Duration.ofDays(2)), now.minus(Duration.ofHours(1)));

            run(sandbox, CALLS);
            sandbox.data().edit("calls", latest, Map.of("note", "edited"));
            run(sandbox, 1);

            assertThat(sandbox.data().ids("calls")).allMatch(id -> lines(id) == (id.equals(latest) ? 2 : 1));
            assertThat(lines()).hasSize(CALLS + 1);
            assertThat(sandbox.journal().requests("calls")).hasSize(3);
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(directory.resolve("calls.jsonl"));
    }

    private long lines(String id) {
        try {
            return lines().stream()
                    .filter(line -> line.contains("\"id\":\"" + id + '"'))
                    .count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs the application until this many exchanges are done. */
    private void run(CallRailSandbox sandbox, int exchanges) throws Exception {
        Main main = new Main();
        main.addOverrideProperty("example.api-key", sandbox.apiKey());
        main.addOverrideProperty("example.base-url", sandbox.baseUrl());
        main.addOverrideProperty("example.directory", directory.toString());
        main.init();
        NotifyBuilder done =
                new NotifyBuilder(main.getCamelContext()).whenDone(exchanges).create();
        main.start();
        try {
            assertThat(done.matches(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            main.stop();
        }
    }
}
