package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** State that a process wrote in one locale is continued by a process in another. */
class LocaleOfStateTest extends SandboxTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"fa-IR, en-US", "en-US, fa-IR", "tr-TR, fa-IR"})
    void theNextProcessContinues(String first, String second) throws Exception {
        CLOCK.advance(Duration.ofHours(1));
        String one = sandbox.data().add("calls", Map.of("start_time", NOW));
        try (ConsumerProcess process = process(first)) {
            assertThat(poll(process)).containsExactly(one);
            assertThat(poll(process)).isEmpty();
        }

        CLOCK.advance(Duration.ofHours(1));
        String two = sandbox.data().add("calls", Map.of("start_time", NOW.plusSeconds(3_600)));
        sandbox.data().edit("calls", one, Map.of("note", "edited"));
        try (ConsumerProcess process = process(second)) {
            assertThat(poll(process)).containsExactlyInAnyOrder(one, two);
            assertThat(poll(process)).isEmpty();
        }
    }

    private ConsumerProcess process(String locale) throws Exception {
        String[] parts = locale.split("-");
        return new ConsumerProcess(
                List.of("-Duser.language=" + parts[0], "-Duser.country=" + parts[1]),
                directory.resolve(locale),
                sandbox.baseUrl(),
                sandbox.apiKey(),
                uri("calls", "incremental=true&startScheduler=false&stateDirectory=" + directory.resolve("state")),
                directory.resolve("unused").toString());
    }

    /** The ids of the records that a poll sends. */
    private static List<String> poll(ConsumerProcess process) throws Exception {
        process.poll(CLOCK.instant());
        List<String> received = new ArrayList<>();
        for (Optional<String> gate = process.next(); !gate.equals(Optional.of("polled")); gate = process.next()) {
            received.add(gate.orElseThrow().split(" ")[1]);
            process.go();
        }
        return received;
    }
}
