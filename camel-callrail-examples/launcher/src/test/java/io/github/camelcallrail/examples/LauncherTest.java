package io.github.camelcallrail.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The key and address that an example gets. */
class LauncherTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Map<String, String> connection(Map<String, String> environment) {
        return Launcher.connection(environment, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @Test
    void withoutAKeyItIsASandboxAndSaysSo() {
        assertThat(connection(Map.of("CALLRAIL_API_KEY", " ")).get(Launcher.BASE_URL))
                .startsWith("http://localhost:");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("sandbox");
    }

    @Test
    void anExampleThatSaysHowManyAccountsItNeedsGetsALiveSandbox() {
        System.setProperty("example.accounts", "2");
        try {
            assertThat(connection(Map.of())).containsKeys(Launcher.API_KEY, Launcher.BASE_URL, Launcher.DELAY);
            assertThat(connection(Map.of("CALLRAIL_API_KEY", "k"))).doesNotContainKey(Launcher.DELAY);
        } finally {
            System.clearProperty("example.accounts");
        }
    }

    @Test
    void withAKeyItIsCallRail() {
        assertThat(connection(Map.of("CALLRAIL_API_KEY", "k", "CALLRAIL_BASE_URL", "")))
                .containsEntry(Launcher.API_KEY, "k")
                .containsEntry(Launcher.BASE_URL, "https://api.callrail.com");
        assertThat(connection(Map.of("CALLRAIL_API_KEY", "k", "CALLRAIL_BASE_URL", "https://proxy.example.com")))
                .containsEntry(Launcher.BASE_URL, "https://proxy.example.com");
        assertThat(out.size()).isZero();
    }

    @Test
    void whatAnExampleThrowsIsThrown() {
        assertThatThrownBy(() -> Launcher.start(Failing.class.getName())).hasMessage("on purpose");
        assertThatThrownBy(() -> Launcher.start()).hasMessageStartingWith("Usage");
    }

    /** An example that fails. */
    public static final class Failing {
        private Failing() {}

        public static void main(String[] args) {
            throw new IllegalStateException("on purpose");
        }
    }
}
