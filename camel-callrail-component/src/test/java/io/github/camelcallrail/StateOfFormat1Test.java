package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * State in {@code state-format-1} was written by the first release, which saved neither ids nor fields by name, when it
 * had sent these records, of which one call failed. It is read once in that format, and nothing is lost or sent again
 * for that.
 */
class StateOfFormat1Test extends IncrementalTesting {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final String FAILED = call(4);
    private static final String CALLS =
            "lookback=10d&fields=id,start_time,note,value,lead_score,lead_explanation&stateKey=calls-listed";
    private static final String USERS = "fields=-email,-role&stateKey=users";

    @TempDir
    Path directory;

    private static String call(int number) {
        return "CAL0194485c5c007d6090f5647d23803" + (100 + number);
    }

    private static String user(int number) {
        return "USR0194485c5c007d6090f5647d23803" + (100 + number);
    }

    @BeforeEach
    void addWhatWasSent() throws IOException, URISyntaxException {
        for (int number = 0; number < 12; number++) {
            sandbox.data()
                    .add(
                            "calls",
                            Map.of(
                                    "id",
                                    call(number),
                                    "start_time",
                                    NOW.minus(Duration.ofHours(5L * number + 1)),
                                    "note",
                                    "note " + number,
                                    "value",
                                    number + ".00",
                                    "lead_score",
                                    String.valueOf(number),
                                    "lead_explanation",
                                    "explained " + number));
        }
        for (int number = 0; number < 3; number++) {
            sandbox.data()
                    .add(
                            "users",
                            Map.of(
                                    "id",
                                    user(number),
                                    "first_name",
                                    "First" + number,
                                    "last_name",
                                    "Last",
                                    "email",
                                    "u" + number + "@example.com",
                                    "role",
                                    "reporting"));
        }
        Path saved = Path.of(getClass().getResource("/state-format-1").toURI());
        try (Stream<Path> files = Files.list(saved)) {
            for (Path file : files.toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        }
    }

    private String in(String options) {
        return options + "&stateDirectory=" + directory;
    }

    private String saved() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void callsAreComparedAsBefore() throws Exception {
        incremental("calls", in(CALLS));
        assertThat(pollAfter(QUARTER)).as("what failed").containsExactly(FAILED);

        sandbox.data().edit("calls", call(7), Map.of("note", "edited"));
        String added = call(NOW.plusSeconds(90));
        assertThat(pollAfter(QUARTER)).containsExactly(call(7), added);
        assertThat(changes()).containsExactly("UPDATED " + call(7), "CREATED " + added);
        restart("calls", in(CALLS));
        assertThat(pollAfter(QUARTER)).isEmpty();
        assertThat(saved())
                .contains(IntStream.range(0, 12)
                        .mapToObj(StateOfFormat1Test::call)
                        .toList());
    }

    @Test
    void anEditAroundTheNewReleaseArrives() throws Exception {
        sandbox.data().edit("calls", call(2), Map.of("value", "99.00"));
        incremental("calls", in(CALLS));

        assertThat(pollAfter(QUARTER)).containsExactlyInAnyOrder(FAILED, call(2));
    }

    @Test
    void whatIsNotLookedAtYetKeepsItsFingerprint() throws Exception {
        String near = CALLS.replace("lookback=10d", "lookback=3h,10d@8h");
        incremental("calls", in(near));
        assertThat(pollAfter(QUARTER)).containsExactly(FAILED);
        assertThat(pollAfter(QUARTER)).isEmpty();

        sandbox.data().edit("calls", call(9), Map.of("note", "edited"));
        assertThat(pollAfter(Duration.ofHours(9))).containsExactly(call(9));
        assertThat(pollAfter(Duration.ofHours(9))).isEmpty();
    }

    @Test
    void listsAreComparedAsBefore() throws Exception {
        incremental("users", in(USERS));
        assertThat(pollAfter(QUARTER)).isEmpty();

        sandbox.data().edit("users", user(1), Map.of("last_name", "Other"));
        sandbox.data().remove("users", user(2));
        assertThat(pollAfter(QUARTER)).containsExactly(user(1));
        restart("users", in(USERS));
        assertThat(pollAfter(QUARTER)).isEmpty();
        assertThat(saved()).contains(List.of(user(0), user(1))).doesNotContain(user(2));
    }

    @Test
    void otherFieldsSendTheLookBackAgain() throws Exception {
        incremental("calls", in(CALLS.replace("value,", "")));

        assertThat(pollAfter(QUARTER)).hasSize(12);
        assertThat(pollAfter(QUARTER)).isEmpty();
    }
}
