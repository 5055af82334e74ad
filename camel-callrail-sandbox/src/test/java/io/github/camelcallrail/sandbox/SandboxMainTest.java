package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxMainTest {

    @ParameterizedTest
    @CsvSource({
        "'', 8089,",
        "port=0, 0,",
        "port=65535 live=false, 65535,",
        "live, 8089, PT1M",
        "live=true, 8089, PT1M",
        "live=5s port=8090, 8090, PT5S",
        "live=250ms, 8089, PT0.25S",
        "live=2m, 8089, PT2M",
        "live=1h, 8089, PT1H",
    })
    void readsItsArguments(String line, int port, Duration live) {
        SandboxArguments arguments = SandboxArguments.parse(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(arguments.port()).isEqualTo(port);
        assertThat(arguments.live().orElse(null)).isEqualTo(live);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http",
                "8090",
                "port",
                "port=",
                "port=65536",
                "port=-1",
                "live=",
                "live=5",
                "live=0s",
                "lives=5s",
                "live=5 s",
                "webhook"
            })
    void rejectsAnythingElseWithItsUsage(String argument) {
        assertThatThrownBy(() -> SandboxArguments.parse(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Usage: SandboxMain [port=8089] [live[=1m]]")
                .hasMessageEndingWith("[" + argument + "]");
    }

    @Test
    void sendsEveryEventToTheWebhookAndPrintsTheKey() {
        try (HookReceiver receiver = new HookReceiver();
                CallRailSandbox sandbox = SandboxMain.start("port=0", "webhook=" + receiver.url("/hooks?a=b"))) {
            String company = sandbox.data().ids("companies").get(0);
            sandbox.data().add("calls", Map.of("company_id", company, "direction", "inbound", "duration", 9));
            assertThat(sandbox.webhooks().awaitIdle(Duration.ofSeconds(20))).isTrue();
            assertThat(receiver.hooks("/hooks")).hasSize(3);
            assertThat(description(sandbox))
                    .contains(receiver.url("/hooks?a=b"), sandbox.webhooks().signingKey(company));
        }
    }

    @Test
    void sendsNothingWithoutAWebhook() {
        assertThat(SandboxArguments.parse("webhook=").webhook()).isEmpty();
        assertThatThrownBy(() -> SandboxMain.start("port=0", "webhook=https://hooks.example.com/a"))
                .hasMessageContaining("this machine only");
        try (CallRailSandbox sandbox = SandboxMain.start("port=0", "webhook=")) {
            assertThat(sandbox.webhooks().registered()).isEmpty();
            assertThat(description(sandbox)).doesNotContain("Webhooks");
        }
    }

    private static String description(CallRailSandbox sandbox) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        SandboxMain.describe(sandbox, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysThatThePortIsInUseAndWhatToDo() {
        try (CallRailSandbox running = CallRailSandbox.builder().empty().start()) {
            RuntimeException failure =
                    catchThrowableOfType(RuntimeException.class, () -> SandboxMain.start("port=" + running.port()));

            assertThat(SandboxMain.explanation(failure))
                    .isEqualTo(
                            "The sandbox cannot start: port %s is in use: another sandbox may be running; choose another with port=..."
                                    .formatted(running.port()));
            assertThat(failure).isInstanceOf(IllegalStateException.class);
        }
    }
}
