package io.github.camelcallrail.checkpoint;

import static io.github.camelcallrail.checkpoint.Subjects.CALLS;
import static io.github.camelcallrail.checkpoint.Subjects.call;
import static io.github.camelcallrail.checkpoint.Subjects.calls;
import static io.github.camelcallrail.checkpoint.Subjects.tag;
import static io.github.camelcallrail.checkpoint.Subjects.tags;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which records are sent, and what is saved of them, without Camel and without requests. */
class CheckpointTest {

    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
    private static final Instant ORIGIN = NOON.minus(Duration.ofDays(7));
    private static final Lookback LOOKBACK = Lookback.of("2d");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final MemoryStates states = new MemoryStates();
    private Instant now = NOON;

    private SavedState saved() {
        return new SavedState(states, "key");
    }

    private Checkpoint begin(ComparisonSubject subject) {
        return saved().begin(subject, LOOKBACK, now, () -> ORIGIN);
    }

    /** A whole poll in which each exchange succeeds but those of the ids that are told. */
    private List<String> poll(ComparisonSubject subject, List<CallRailRecord> records, String... failing) {
        now = now.plus(QUARTER);
        Checkpoint checkpoint = begin(subject);
        List<RecordChange> changes = checkpoint.examine(records, true);
        changes.forEach(change -> checkpoint.settle(
                change, !List.of(failing).contains(change.record().id())));
        checkpoint.confirm();
        checkpoint.complete(now);
        return changes.stream()
                .map(change -> change.kind() + " " + change.record().id())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // age of the record in hours, note before, note now, sent
        "1,   x, x, ",
        "1,   x, y, UPDATED CAL1",
        "47,  x, y, UPDATED CAL1"
    })
    void aRecordIsSentAgainWhenItChangedWithinTheLookBack(int hours, String before, String after, String sent) {
        Instant time = NOON.minus(Duration.ofHours(hours));
        assertThat(poll(CALLS, List.of(call("CAL1", time, before)))).containsExactly("CREATED CAL1");

        assertThat(poll(CALLS, List.of(call("CAL1", time, after)))).isEqualTo(sent == null ? List.of() : List.of(sent));
        assertThat(poll(CALLS, List.of(call("CAL1", time, after)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // fields then, refused then, fields now, refused now, sent
        "note,        ,     note,        ,     ",
        "note;value,  ,     value;note,  ,     ",
        "note,        ,     note;value,  ,     UPDATED CAL1",
        "note;value,  ,     note,        ,     UPDATED CAL1",
        "note;value,  ,     note;value,  value, ",
        "note;value,  value, note;value, ,     ",
        "note;value,  value, note,       ,     UPDATED CAL1"
    })
    void otherFieldsSendTheRecordAgainOnce(
            String fieldsThen, String refusedThen, String fieldsNow, String refusedNow, String sent) {
        ComparisonSubject then = calls(Map.of("report", "calls"), set(refusedThen), fieldsThen.split(";"));
        ComparisonSubject later = calls(Map.of("report", "calls"), set(refusedNow), fieldsNow.split(";"));
        List<CallRailRecord> records = List.of(call("CAL1", NOON, "x"));
        poll(then, records);

        assertThat(poll(later, records)).isEqualTo(sent == null ? List.of() : List.of(sent));
        assertThat(poll(later, records)).isEmpty();
        assertThat(poll(later, List.of(call("CAL1", NOON, "y")))).containsExactly("UPDATED CAL1");
    }

    private static Set<String> set(String name) {
        return name == null ? Set.of() : Set.of(name);
    }

    @Test
    void theFieldsAreSavedByName() {
        poll(calls("value", "note"), List.of());

        assertThat(states.values.get("key").replaceAll("\\s+", " "))
                .contains("\"fields\" : { \"compared\" : [ \"id\", \"note\", \"start_time\", \"value\" ],"
                        + " \"others\" : false, \"without\" : [ ] }");
    }

    @Test
    void whatFailedIsSentAgainAsWhatItWas() {
        List<CallRailRecord> records = List.of(call("CAL1", NOON, "x"), call("CAL2", NOON.plusSeconds(1), "x"));

        assertThat(poll(CALLS, records, "CAL1")).containsExactly("CREATED CAL1", "CREATED CAL2");
        assertThat(poll(CALLS, records, "CAL1")).containsExactly("CREATED CAL1");
        assertThat(poll(CALLS, records)).containsExactly("CREATED CAL1");
        assertThat(poll(CALLS, records)).isEmpty();
    }

    @Test
    void aWalkThatDidNotEndResumesBehindWhatWasSettledInOrder() {
        List<CallRailRecord> records = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            records.add(call("CAL" + number, ORIGIN.plus(Duration.ofHours(number)), "x"));
        }
        Checkpoint first = begin(CALLS);
        List<RecordChange> changes = first.examine(records.subList(0, 4), true);
        for (int number : List.of(0, 1, 3)) {
            first.settle(changes.get(number), true);
        }
        first.confirm();

        Checkpoint second = begin(CALLS);
        assertThat(second.readUpTo()).isEmpty();
        assertThat(second.from()).isEqualTo(ORIGIN.plus(Duration.ofHours(1)));
        assertThat(second.examine(records, true))
                .extracting(change -> change.record().id())
                .containsExactly("CAL2", "CAL3", "CAL4", "CAL5");
    }

    @Test
    void aWalkThatIsNotOldestFirstStartsAgainIfItDidNotEnd() {
        List<CallRailRecord> newestFirst = new ArrayList<>();
        for (int number = 5; number >= 0; number--) {
            newestFirst.add(call("CAL" + number, NOON.minus(Duration.ofMinutes(50 - 10L * number)), "x"));
        }
        Checkpoint first = begin(CALLS);
        first.examine(newestFirst.subList(0, 4), false).forEach(change -> first.settle(change, true));
        first.confirm();

        Checkpoint second = begin(CALLS);
        assertThat(second.from()).isEqualTo(ORIGIN);
        assertThat(second.examine(newestFirst, false))
                .extracting(change -> change.record().id())
                .containsExactly("CAL1", "CAL0");
    }

    @Test
    void nothingIsSavedOfWhatWasNotConfirmed() {
        Checkpoint checkpoint = begin(CALLS);
        checkpoint.examine(List.of(call("CAL1", NOON, "x")), true).forEach(change -> checkpoint.settle(change, true));

        assertThat(begin(CALLS).examine(List.of(call("CAL1", NOON, "x")), true)).hasSize(1);
    }

    @Test
    void aListIsComparedWhole() {
        List<CallRailRecord> all = List.of(tag("TAG1", "x"), tag("TAG2", "x"));
        assertThat(poll(tags(), all)).containsExactly("CREATED TAG1", "CREATED TAG2");
        assertThat(poll(tags(), List.of(tag("TAG1", "y")))).containsExactly("UPDATED TAG1");
        assertThat(poll(tags(), List.of(tag("TAG1", "y"), tag("TAG2", "x")))).containsExactly("CREATED TAG2");
    }

    @Test
    void aWriterThatReadOnlyItsHeaderBeforeAnotherDoesNotDamageTheState() {
        Checkpoint slow = begin(CALLS);
        Checkpoint fast = begin(CALLS);
        for (String id : List.of("CAL1", "CAL2")) {
            fast.examine(List.of(call(id, NOON, "x")), true).forEach(change -> fast.settle(change, true));
            fast.confirm();
        }
        slow.examine(List.of(call("CAL3", NOON, "x")), true).forEach(change -> slow.settle(change, true));

        assertThatThrownBy(slow::confirm)
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.CONFLICT));
        assertThat(poll(CALLS, List.of(call("CAL1", NOON, "x"), call("CAL2", NOON, "x"), call("CAL4", NOON, "x"))))
                .containsExactly("CREATED CAL4");
    }

    @Test
    void theSlowerOfTwoWritersFailsAndNothingOfTheFasterIsLost() {
        Checkpoint slow = begin(CALLS);
        Checkpoint fast = begin(CALLS);
        List<CallRailRecord> records = List.of(call("CAL1", NOON, "x"));
        slow.examine(records, true).forEach(change -> slow.settle(change, true));
        fast.examine(records, true).forEach(change -> fast.settle(change, true));
        fast.confirm();

        assertThatThrownBy(slow::confirm)
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.CONFLICT))
                .hasMessageStartingWith("Another process has written the saved state 'key/");
        assertThat(begin(CALLS).examine(records, true)).isEmpty();
    }

    @Test
    void ofTwoWritersOfDifferentDaysTheSlowerFailsToo() {
        Checkpoint slow = begin(CALLS);
        Checkpoint fast = begin(CALLS);
        slow.examine(List.of(call("CAL1", NOON.minus(Duration.ofDays(1)), "x")), true)
                .forEach(change -> slow.settle(change, true));
        fast.examine(List.of(call("CAL2", NOON, "x")), true).forEach(change -> fast.settle(change, true));
        fast.confirm();

        assertThatThrownBy(slow::confirm).hasMessageStartingWith("Another process has written the saved state 'key' ");
        assertThat(begin(CALLS).from()).as("where the faster one confirmed").isEqualTo(NOON);
    }

    @ParameterizedTest
    @CsvSource({"report, forms, The report", "search, x, Option 'search'"})
    void otherOptionsAreAnError(String option, String value, String message) {
        poll(CALLS, List.of());
        Map<String, String> options =
                option.equals("report") ? Map.of("report", value) : Map.of("report", "calls", option, value);

        assertThatThrownBy(() -> begin(calls(options, Set.of(), "note")))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.STATE))
                .hasMessageStartingWith(message + " has changed since the state 'key' was saved");
    }

    @Test
    void aLostHeaderIsAnErrorAndNotANewBeginning() {
        poll(CALLS, List.of());
        states.values.remove("key");

        assertThatThrownBy(() -> begin(CALLS)).hasMessageContaining("it existed before but is missing now");
    }

    @Test
    void nothingNewIsReadAfterAThousandFailures() {
        Checkpoint checkpoint = begin(CALLS);
        List<CallRailRecord> records = new ArrayList<>();
        for (int number = 0; number < Checkpoint.MAX_FAILURES; number++) {
            records.add(call("CAL" + number, NOON.minusSeconds(number), "x"));
        }
        List<RecordChange> changes = checkpoint.examine(records, true);
        changes.subList(1, changes.size()).forEach(change -> checkpoint.settle(change, false));
        assertThat(checkpoint.tooManyFailures()).isFalse();
        checkpoint.settle(changes.get(0), false);

        assertThat(checkpoint.tooManyFailures()).isTrue();
        assertThat(checkpoint.reached().failed()).isEqualTo(1000);
    }
}
