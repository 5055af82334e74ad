package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process saved is understood by the next, in another JVM. */
class RestartedProcessTest extends SandboxTest {

    private static final String INCREMENTAL =
            "incremental=true&stateRepository=#state&startScheduler=false&lookback=10d";

    @TempDir
    Path directory;

    @Test
    void eachEditAroundARestartArrives() throws Exception {
        List<String> ids = calls(8);
        for (int process = 0; process < ids.size(); process++) {
            List<String> expected = process == 0 ? ids : List.of(ids.get(process));
            if (process > 0) {
                sandbox.data().edit("calls", ids.get(process), Map.of("customer_city", "City " + process));
            }
            CLOCK.advance(Duration.ofMinutes(15));

            assertThat(polledByANewProcess("fields=-transcription,-note,-value,-tags"))
                    .as("process " + process)
                    .isEqualTo(expected);
        }
    }

    @Test
    void theNextProcessAsksForTheTimeZoneOnlyAfterADay() throws Exception {
        calls(3);
        String uri = "callrail:calls?accountId=" + account() + "&" + INCREMENTAL;

        assertThat(requestsOfANewProcess(uri)).containsExactly("companies", "calls");
        assertThat(requestsOfANewProcess(uri)).containsExactly("calls");
        CLOCK.advance(Duration.ofDays(1));
        assertThat(requestsOfANewProcess(uri)).containsExactly("companies", "calls");
    }

    private List<String> requestsOfANewProcess(String uri) throws IOException {
        int before = requests().size();
        polled(uri);
        return requests().stream()
                .skip(before)
                .map(line -> line.replaceFirst(".*/([a-z]+)\\.json.*", "$1"))
                .toList();
    }

    private List<String> polledByANewProcess(String options) throws IOException {
        return polled(uri("calls", INCREMENTAL + "&" + options));
    }

    private List<String> polled(String uri) throws IOException {
        List<String> received = new ArrayList<>();
        try (ConsumerProcess process = new ConsumerProcess(
                directory.resolve("printed"),
                sandbox.baseUrl(),
                sandbox.apiKey(),
                uri,
                directory.resolve("state").toString())) {
            process.poll(CLOCK.instant());
            String gate = process.next().orElseThrow();
            while (!gate.equals("polled")) {
                if (gate.startsWith("received")) {
                    received.add(gate.split(" ")[1]);
                }
                process.go();
                gate = process.next().orElseThrow();
            }
            assertThat(process.end()).isZero();
        }
        return received;
    }
}
