package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
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
                "live=5 s"
            })
    void rejectsAnythingElseWithItsUsage(String argument) {
        assertThatThrownBy(() -> SandboxArguments.parse(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Usage: SandboxMain [port=8089] [live[=1m]]")
                .hasMessageEndingWith("[" + argument + "]");
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
