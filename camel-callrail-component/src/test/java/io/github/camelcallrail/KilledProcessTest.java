package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process of an incremental consumer is killed with SIGKILL again and again, at points that a seed chooses, and
 * started anew. In the end the sink has what CallRail has, and after each kill at most a page came again.
 */
@Tag("kills-processes")
class KilledProcessTest extends SandboxTest {

    private static final int PAGE_SIZE = 10;
    private static final String OPTIONS = "incremental=true&stateRepository=#state&stateKey=" + KilledPolls.STATE_KEY
            + "&startScheduler=false&lookback=4d&pageSize=" + PAGE_SIZE;
    private static final Instant FIRST = Instant.parse("2026-03-08T06:00:00Z");
    /** Edits from then on are within the look-back of all polls. */
    private static final Instant LOOKED_BACK = NOW.minus(Duration.ofDays(3));

    /** What happens in CallRail while the process is down, mostly to what it had come past. */
    enum WhileDown {
        ROWS_GO,
        ROWS_ARE_EDITED
    }

    private final KilledSink sink = new KilledSink(PAGE_SIZE);
    private Random random;
    private ChangingCalls calls;

    @TempDir
    Path directory;

    /** More by the property {@code kill.seeds}. */
    static Stream<Arguments> runs() {
        return LongStream.rangeClosed(1, Long.getLong("kill.seeds", 1))
                .boxed()
                .flatMap(seed -> Stream.of("directory", "PostgreSQL").flatMap(place -> Arrays.stream(WhileDown.values())
                        .map(whileDown -> Arguments.of(place, whileDown, seed))));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void nothingIsLostAndAtMostAPageComesAgain(String place, WhileDown whileDown, long seed) throws Exception {
        random = new Random(List.of(place, whileDown.name(), seed).hashCode());
        calls = new ChangingCalls(sandbox.data(), random);
        Path files = Files.createDirectory(directory.resolve("state"));
        String state = place.equals("directory") ? files.toString() : Postgres.url();
        List<String> story = new ArrayList<>();
        String[] arguments = {sandbox.baseUrl(), sandbox.apiKey(), uri("calls", OPTIONS), state};
        try (KilledPolls polls = new KilledPolls(sandbox, CLOCK, sink, story, directory, arguments)) {
            backfill(polls, whileDown);
            live(polls, whileDown);
            idle(polls);
            assertThat(polls.end()).as("how the last process ended").isZero();
            assertThat(files).as("what was half written").isDirectoryNotContaining("glob:**.tmp");
        } catch (AssertionError | Exception e) {
            throw new AssertionError(
                    "With state in %s, %s, seed %s, after %s".formatted(place, whileDown, seed, story), e);
        }
    }

    private void backfill(KilledPolls polls, WhileDown whileDown) throws Exception {
        calls.add(20 * PAGE_SIZE, FIRST, NOW.minusSeconds(90));
        polls.poll(Kill.ofBackfill(random), () -> change(whileDown));
        // Edits of what the walk had come past show at the next poll.
        assertThat(sink.latest()).as("what the sink has").containsKeys(ids());
    }

    private void live(KilledPolls polls, WhileDown whileDown) throws Exception {
        Instant polled = CLOCK.instant();
        CLOCK.advance(Duration.ofHours(3));
        calls.edit(40, LOOKED_BACK, polled);
        calls.add(40, polled, CLOCK.instant().minusSeconds(90));
        calls.add(10, LOOKED_BACK, polled);
        polls.poll(Kill.ofLivePoll(random), () -> change(whileDown));
        assertThat(sink.latest()).as("what the sink has").containsKeys(ids());

        CLOCK.advance(Duration.ofHours(1));
        polls.poll(List.of(), () -> {});
        assertThat(sink.latest()).as("what the sink has").containsAllEntriesOf(calls.versions());
    }

    private void idle(KilledPolls polls) throws Exception {
        int received = sink.size();
        CLOCK.advance(Duration.ofHours(1));
        polls.poll(Kill.ofIdlePoll(), () -> {});
        polls.poll(List.of(), () -> {});
        assertThat(sink.size()).as("what came until nothing was new").isEqualTo(received);
    }

    private void change(WhileDown whileDown) {
        CLOCK.advance(Duration.ofMinutes(random.nextInt(10)));
        Instant reached = sink.reached().map(calls::time).orElse(FIRST);
        switch (whileDown) {
            case ROWS_GO -> calls.remove(1 + random.nextInt(5), FIRST, reached);
            case ROWS_ARE_EDITED -> {
                calls.edit(2, LOOKED_BACK, reached);
                calls.edit(1, LOOKED_BACK, CLOCK.instant());
            }
        }
    }

    private String[] ids() {
        return calls.versions().keySet().toArray(String[]::new);
    }
}
