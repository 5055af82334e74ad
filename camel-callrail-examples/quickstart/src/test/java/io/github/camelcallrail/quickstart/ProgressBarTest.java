package io.github.camelcallrail.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of the quickstart while it reads. */
class ProgressBarTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private String printed(int calls, boolean terminal) {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            Instant now = Instant.now();
            if (calls > 0) {
                sandbox.data().generate("calls", calls, now.minus(9, ChronoUnit.DAYS), now.minus(1, ChronoUnit.HOURS));
            }
            PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
            Map<String, String> environment =
                    Map.of(Connection.API_KEY, sandbox.apiKey(), Connection.BASE_URL, sandbox.baseUrl());
            assertThat(new Quickstart(environment, directory, out, out, terminal).run())
                    .as(printed.toString(StandardCharsets.UTF_8))
                    .isZero();
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void inATerminalItIsOneLineThatMoves() {
        String[] steps = printed(300, true).split("\r", -1);

        assertThat(steps).hasSize(4);
        assertThat(steps[1]).startsWith("  [------------------------------] 0 of 300 calls ");
        assertThat(steps[2])
                .startsWith("  [#########################-----] 250 of 300 calls")
                .doesNotContain("\n");
        assertThat(steps[3])
                .startsWith("  [##############################] 300 of 300 calls")
                .doesNotContain("left");
        assertThat(steps[3].lines().findFirst().orElseThrow()).doesNotContain("source");
    }

    @Test
    void elsewhereItIsALineForEachPage() {
        assertThat(printed(300, false))
                .contains("\n  250 of 300 calls\n  300 of 300 calls\n")
                .doesNotContain("\r");
    }

    @Test
    void withoutCallsTheBarIsFullAtOnce() {
        assertThat(printed(0, true)).contains("\r  [##############################] 0 of 0 calls");
    }
}
