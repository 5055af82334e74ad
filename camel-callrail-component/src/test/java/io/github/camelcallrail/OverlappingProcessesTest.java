package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two processes use one state, as when a new one replaces an old one: the old one confirms its last pages while the new
 * one stands at some step of its first confirmation. Nothing is lost, and both recover without help.
 */
@Tag("kills-processes")
class OverlappingProcessesTest extends SandboxTest {

    private static final String OPTIONS =
            "incremental=true&stateRepository=#state&stateKey=shared&startScheduler=false&lookback=10d&pageSize=10";
    private static final int MOST_POLLS = 6;

    private final Map<String, String> latest = new ConcurrentHashMap<>();
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    @TempDir
    Path directory;

    /** Each step of a confirmation: a bucket of fingerprints is written first, and then the header. */
    static Stream<Arguments> steps() {
        return Stream.of("directory", "PostgreSQL").flatMap(place -> Stream.of("before", "inside", "written")
                .flatMap(step -> Stream.of("shared/", "shared").map(key -> Arguments.of(place, step, key))));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void nothingIsLostAndNobodyHasToIntervene(String place, String step, String key) throws Exception {
        ChangingCalls calls = new ChangingCalls(sandbox.data(), new Random(7));
        calls.add(35, NOW.minus(Duration.ofDays(3)), NOW.minusSeconds(90));
        Path files = Files.createDirectory(directory.resolve("state"));
        String state = place.equals("directory") ? files.toString() : Postgres.url();
        String[] arguments = {sandbox.baseUrl(), sandbox.apiKey(), uri("calls", OPTIONS), state};
        try (ConsumerProcess old = new ConsumerProcess(directory.resolve("old"), arguments);
                ConsumerProcess young = new ConsumerProcess(directory.resolve("young"), arguments)) {
            old.poll(CLOCK.instant());
            until(old, gate -> gate.startsWith("received") && gate.endsWith("last") && times.size() > 10);

            young.poll(CLOCK.instant());
            until(
                    young,
                    gate -> gate.startsWith(step)
                            && (key.equals("shared") ? gate.endsWith(" shared") : gate.contains("/")));
            CompletableFuture<String> oldEnds = CompletableFuture.supplyAsync(() -> finish(old));
            if (!step.equals("inside")) {
                // Inside a write it has to wait for the other.
                oldEnds.join();
            }
            String youngEnds = finish(young);
            assertThat(List.of(oldEnds.join(), youngEnds))
                    .isSubsetOf("polled", "failed CONFLICT")
                    .contains("failed CONFLICT");

            calls.edit(3, NOW.minus(Duration.ofDays(3)), NOW);
            calls.add(2, CLOCK.instant(), CLOCK.instant());
            CLOCK.advance(Duration.ofMinutes(15));
            recover(old, young);
            assertThat(latest).as("what the sink has").isEqualTo(calls.versions());
            assertThat(times.values()).as("how often a version came").allMatch(count -> count <= 3);
            assertThat(old.end()).isZero();
            assertThat(young.end()).isZero();
        }
    }

    /** Both poll in turn until neither fails, and then once more, in which nothing comes. */
    private void recover(ConsumerProcess old, ConsumerProcess young) throws IOException {
        for (int poll = 1; ; poll++) {
            assertThat(poll).as("polls until both succeed").isLessThanOrEqualTo(MOST_POLLS);
            if (polled(old).equals("polled") && polled(young).equals("polled")) {
                break;
            }
        }
        Map<String, Integer> before = new HashMap<>(times);
        assertThat(polled(old)).isEqualTo("polled");
        assertThat(polled(young)).isEqualTo("polled");
        assertThat(times).as("what comes when nothing is new").isEqualTo(before);
    }

    private String polled(ConsumerProcess process) throws IOException {
        CLOCK.advance(Duration.ofMinutes(1));
        process.poll(CLOCK.instant());
        return end(process);
    }

    private void until(ConsumerProcess process, Predicate<String> where) throws IOException {
        for (String gate = next(process); !where.test(gate); gate = next(process)) {
            process.go();
        }
    }

    private String finish(ConsumerProcess process) {
        try {
            process.go();
            return end(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String end(ConsumerProcess process) throws IOException {
        String gate = next(process);
        while (!gate.equals("polled") && !gate.startsWith("failed")) {
            process.go();
            gate = next(process);
        }
        return gate;
    }

    private String next(ConsumerProcess process) throws IOException {
        String gate = process.next().orElseThrow();
        String[] words = gate.split(" ");
        if (words[0].equals("received")) {
            latest.put(words[1], words[2]);
            times.merge(words[1] + " " + words[2], 1, Integer::sum);
        }
        return gate;
    }
}
