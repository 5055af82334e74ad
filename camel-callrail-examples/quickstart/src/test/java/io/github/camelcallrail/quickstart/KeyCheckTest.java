package io.github.camelcallrail.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.ContraryBehavior;
import io.github.camelcallrail.sandbox.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCheckTest {

    private static final String KEY = "key-of-nobody";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private CallRailSandbox sandbox;

    @AfterEach
    void closeSandbox() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void withoutKeyEverythingIsOkInTheSandbox() throws Exception {
        assertThat(new KeyCheck(Map.of(), file(), out, out).run()).as(text()).isZero();

        assertThat(text())
                .startsWith("CALLRAIL_API_KEY is not set: starting the sandbox and checking that.\n"
                        + "Checking the sandbox ...\n"
                        + "check                       outcome  what was seen\n"
                        + "key                         ok       CallRail accepts the API key.\n")
                .contains("\nreport-calls                ok       Can be read: ")
                .containsPattern("\n44 ok, with 28 requests, on Camel \\S+ and Java \\S+\\.\nReports can be read\\.\n")
                .endsWith("For a bug report: " + file().toUri() + "\n");
        assertThat(text()).contains(Files.readString(file()));
        assertThat(Files.readString(file())).startsWith("check  ").endsWith("Reports can be read.\n");
    }

    @Test
    void theReadmeShowsWhatIsPrinted() throws Exception {
        assertThat(new KeyCheck(Map.of(), file(), out, out).run()).as(text()).isZero();

        String readme = Files.readString(Path.of("README.adoc"));
        int begin = readme.indexOf(KeyCheck.NO_KEY);
        List<String> shown = shape(readme.substring(begin, readme.indexOf("\n----", begin)));
        assertThat(shape(text()))
                .containsSubsequence(shown)
                .startsWith(shown.get(0))
                .endsWith(shown.get(shown.size() - 1));
    }

    /** The lines without numbers and ids, and without the mark for lines that are left out. */
    private static List<String> shape(String printed) {
        List<String> lines = new ArrayList<>();
        for (String line : printed.split("\n")) {
            if (!line.equals("...")) {
                lines.add(line.replaceAll("file:.*/", "file:///.../")
                        .replaceAll("ACC…\\w+", "ACC")
                        .replaceAll("Camel \\S+", "Camel")
                        .replaceAll("[0-9][0-9.]*", "0")
                        .stripTrailing());
            }
        }
        return lines;
    }

    @Test
    void adviceFollowsWhatDiffers() {
        sandbox = CallRailSandbox.builder()
                .apiKey(KEY)
                .contrary(ContraryBehavior.TOTALS_AS_TEXT)
                .forbid("caller-ids")
                .start();

        assertThat(run(Map.of())).as(text()).isZero();

        assertThat(text())
                .containsPattern("\nnumeric-totals              differs  Lists whose counts .*\n {37}> Lists are still")
                .contains("\nreport-caller-ids           refused  The key's user may not read it (HTTP 403).\n")
                .contains("\n1 differs, 42 ok, 1 refused, with 28 requests, ")
                .doesNotContain(KEY);
    }

    @Test
    void aWrongKeyFails() throws Exception {
        sandbox = CallRailSandbox.builder().apiKey("another").start();

        assertThat(run(Map.of())).isEqualTo(1);

        assertThat(text()).contains("refused  CallRail does not know the API key", "No report can be read.");
        assertThat(Files.readString(file())).doesNotContain(KEY);
    }

    @Test
    void reportsThatCannotBeReadFail() {
        sandbox = CallRailSandbox.builder().apiKey(KEY).start();
        String page = "<html>Sign in</html>";
        sandbox.faults().always(Fault.body("text/html", page));

        assertThat(run(Map.of("CALLRAIL_ACCOUNT_ID", sandbox.accountId()))).isEqualTo(1);

        assertThat(text()).contains("differs  The response is an HTML page").doesNotContain(page);
    }

    @Test
    void aBrokenAddressIsExplained() {
        Map<String, String> environment =
                Map.of("CALLRAIL_API_KEY", KEY, "CALLRAIL_BASE_URL", "http://api.example.com");

        assertThat(new KeyCheck(environment, file(), out, out).run()).isEqualTo(1);

        assertThat(text()).contains("Use https").doesNotContain(KEY);
    }

    private int run(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("CALLRAIL_API_KEY", KEY);
        environment.put("CALLRAIL_BASE_URL", sandbox.baseUrl());
        return new KeyCheck(environment, file(), out, out).run();
    }

    private Path file() {
        return directory.resolve("target/callrail-check.txt");
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
