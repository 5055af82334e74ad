package io.github.camelcallrail.checkpoint;

import static io.github.camelcallrail.checkpoint.Subjects.CALLS;
import static io.github.camelcallrail.checkpoint.Subjects.call;
import static io.github.camelcallrail.checkpoint.Subjects.tag;
import static io.github.camelcallrail.checkpoint.Subjects.tags;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.report.CallRailRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which records are sent when they are read out of turn, and that the walk does not send them again. */
class CheckpointRefreshTest {

    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");
    private static final Instant ORIGIN = NOON.minus(Duration.ofDays(7));
    private static final Lookback LOOKBACK = Lookback.of("2d");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final MemoryStates states = new MemoryStates();
    private Instant now = NOON;

    private Checkpoint begin(ComparisonSubject subject) {
        return new SavedState(states, "key").begin(subject, LOOKBACK, now, () -> ORIGIN);
    }

    private static List<String> sent(List<RecordChange> changes) {
        return changes.stream()
                .map(change -> change.kind() + " " + change.record().id() + " "
                        + change.record().get("note"))
                .toList();
    }

    private static void settle(Checkpoint checkpoint, List<RecordChange> changes, boolean done) {
        changes.forEach(change -> checkpoint.settle(change, done));
        checkpoint.confirm();
    }

    private List<String> poll(ComparisonSubject subject, boolean done, CallRailRecord... records) {
        now = now.plus(QUARTER);
        Checkpoint checkpoint = begin(subject);
        List<RecordChange> changes = checkpoint.examine(List.of(records), true);
        settle(checkpoint, changes, done);
        checkpoint.complete(now);
        return sent(changes);
    }

    private List<String> poll(CallRailRecord... records) {
        return poll(CALLS, true, records);
    }

    /** Between two polls. */
    private List<String> refresh(ComparisonSubject subject, boolean done, CallRailRecord record) {
        now = now.plus(QUARTER);
        Checkpoint checkpoint = begin(subject);
        List<RecordChange> changes = checkpoint.refresh(List.of(record), record.id()::equals);
        settle(checkpoint, changes, done);
        return sent(changes);
    }

    @ParameterizedTest
    @CsvSource({
        // age in hours, sent before with note, whether that failed, note now, sent now
        "1,   ,  ,      x, CREATED CAL1 x",
        "47,  ,  ,      x, CREATED CAL1 x",
        "1,   x, false, x, ",
        "1,   x, false, y, UPDATED CAL1 y",
        "47,  x, false, y, UPDATED CAL1 y",
        "1,   x, true,  x, CREATED CAL1 x",
        "1,   x, true,  y, CREATED CAL1 y",
        // Older than the look-back: whether it was ever sent is not known, but that it failed is.
        "100, ,  ,      x, UPDATED CAL1 x",
        "100, x, false, x, UPDATED CAL1 x",
        "100, x, true,  x, CREATED CAL1 x",
        "900, ,  ,      x, UPDATED CAL1 x"
    })
    void whatIsSent(int hours, String before, Boolean failed, String note, String sent) {
        Instant time = NOON.minus(Duration.ofHours(hours));
        if (before == null) {
            poll();
        } else {
            poll(CALLS, !failed, call("CAL1", time, before));
        }

        assertThat(refresh(CALLS, true, call("CAL1", time, note))).isEqualTo(sent == null ? List.of() : List.of(sent));

        assertThat(poll(hours > 47 ? new CallRailRecord[0] : new CallRailRecord[] {call("CAL1", time, note)}))
                .as("the next poll")
                .isEmpty();
        assertThat(begin(CALLS).retries()).isEmpty();
    }

    @Test
    void othersOnThePageAreIgnored() {
        poll();
        Checkpoint checkpoint = begin(CALLS);
        List<CallRailRecord> page = List.of(call("CAL1", NOON, "x"), call("CAL2", NOON, "x"), call("CAL3", NOON, "x"));

        List<RecordChange> changes = checkpoint.refresh(page, "CAL2"::equals);

        assertThat(sent(changes)).containsExactly("CREATED CAL2 x");
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.index()).isEqualTo(1);
            assertThat(change.refreshed()).isTrue();
        });
        settle(checkpoint, changes, true);
        assertThat(sent(checkpoint.examine(page, true))).containsExactly("CREATED CAL1 x", "CREATED CAL3 x");
    }

    @Test
    void whatFailsComesWithTheNextPollAsWhatItIs() {
        poll();

        assertThat(refresh(CALLS, false, call("CAL1", NOON, "x"))).containsExactly("CREATED CAL1 x");
        assertThat(poll(CALLS, false, call("CAL1", NOON, "x"))).containsExactly("CREATED CAL1 x");
        assertThat(refresh(CALLS, false, call("CAL1", NOON, "y"))).containsExactly("CREATED CAL1 y");
        assertThat(poll(call("CAL1", NOON, "y"))).containsExactly("CREATED CAL1 y");
        assertThat(poll(call("CAL1", NOON, "y"))).isEmpty();
    }

    @Test
    void anOldRecordThatFailsIsReadAgainAroundItsTime() {
        Instant time = NOON.minus(Duration.ofDays(5));
        poll();
        assertThat(refresh(CALLS, false, call("CAL1", time, "x"))).containsExactly("UPDATED CAL1 x");

        Checkpoint next = begin(CALLS);

        assertThat(next.retries()).singleElement().satisfies(window -> {
            assertThat(window.first()).isBeforeOrEqualTo(time);
            assertThat(window.last()).isAfterOrEqualTo(time);
        });
        List<RecordChange> again = next.retry(List.of(call("CAL1", time, "x")));
        assertThat(sent(again)).containsExactly("UPDATED CAL1 x");
        assertThat(sent(next.refresh(List.of(call("CAL1", time, "x")), "CAL1"::equals)))
                .as("while it is being sent again")
                .isEmpty();
        assertThat(sent(next.refresh(List.of(call("CAL1", time, "y")), "CAL1"::equals)))
                .as("edited while it is being sent again")
                .containsExactly("UPDATED CAL1 y");
    }

    @Test
    void anEditThatIsUndoneWhileItIsSentIsSentToo() {
        poll(call("CAL1", NOON, "x"));
        Checkpoint checkpoint = begin(CALLS);
        List<RecordChange> walked = checkpoint.examine(List.of(call("CAL1", NOON, "y")), true);

        List<RecordChange> undone = checkpoint.refresh(List.of(call("CAL1", NOON, "x")), "CAL1"::equals);

        assertThat(sent(undone)).containsExactly("UPDATED CAL1 x");
        settle(checkpoint, walked, true);
        settle(checkpoint, undone, true);
        checkpoint.complete(now);
        assertThat(poll(call("CAL1", NOON, "x"))).isEmpty();
    }

    @Test
    void aRecordThatTheWalkIsSendingIsNotSentTwice() {
        poll();
        Checkpoint checkpoint = begin(CALLS);
        List<RecordChange> walked = checkpoint.examine(List.of(call("CAL1", NOON, "x")), true);

        assertThat(checkpoint.refresh(List.of(call("CAL1", NOON, "x")), "CAL1"::equals))
                .isEmpty();
        List<RecordChange> edited = checkpoint.refresh(List.of(call("CAL1", NOON, "y")), "CAL1"::equals);
        assertThat(edited).hasSize(1);
        assertThat(checkpoint.refresh(List.of(call("CAL1", NOON, "y")), "CAL1"::equals))
                .as("while the edited one is being sent")
                .isEmpty();
        settle(checkpoint, walked, true);
        settle(checkpoint, edited, true);
        checkpoint.complete(now);

        assertThat(poll(call("CAL1", NOON, "y"))).isEmpty();
    }

    @Test
    void aPageThatWasFetchedAheadDoesNotBringAnEarlierVersionBack() {
        poll(call("CAL1", NOON, "x"));
        Checkpoint checkpoint = begin(CALLS);
        settle(checkpoint, checkpoint.refresh(List.of(call("CAL1", NOON, "y")), "CAL1"::equals), true);

        assertThat(checkpoint.examine(List.of(call("CAL1", NOON, "x")), true)).isEmpty();
        checkpoint.complete(now);

        assertThat(poll(call("CAL1", NOON, "y"))).isEmpty();
        assertThat(poll(call("CAL1", NOON, "x"))).as("an edit that is undone").containsExactly("UPDATED CAL1 x");
    }

    @Test
    void anEditAfterTheRefreshComesWithTheNextPollAtTheLatest() {
        poll();
        Checkpoint checkpoint = begin(CALLS);
        settle(checkpoint, checkpoint.refresh(List.of(call("CAL1", NOON, "x")), "CAL1"::equals), true);
        checkpoint.examine(List.of(call("CAL1", NOON, "y")), true);
        checkpoint.complete(now);

        assertThat(poll(call("CAL1", NOON, "y"))).containsExactly("UPDATED CAL1 y");
    }

    @Test
    void theWalkIsNeitherAheadNorBackBecauseOfIt() {
        List<CallRailRecord> records = List.of(
                call("CAL1", ORIGIN.plus(Duration.ofHours(1)), "x"),
                call("CAL2", ORIGIN.plus(Duration.ofHours(2)), "x"),
                call("CAL3", NOON, "x"));
        Checkpoint first = begin(CALLS);
        settle(first, first.examine(records.subList(0, 1), true), true);
        settle(first, first.refresh(records, "CAL3"::equals), true);

        Checkpoint resumed = begin(CALLS);

        assertThat(resumed.from()).isEqualTo(ORIGIN.plus(Duration.ofHours(1)));
        assertThat(resumed.readUpTo()).isEmpty();
        assertThat(sent(resumed.examine(records, true))).containsExactly("CREATED CAL2 x");
    }

    @Test
    void nothingIsSavedOfWhatWasNotConfirmed() {
        poll();
        Checkpoint checkpoint = begin(CALLS);
        checkpoint
                .refresh(List.of(call("CAL1", NOON, "x")), "CAL1"::equals)
                .forEach(change -> checkpoint.settle(change, true));

        assertThat(poll(call("CAL1", NOON, "x"))).containsExactly("CREATED CAL1 x");
    }

    @Test
    void aRecordWithoutAUsableTimeIsKnownById() {
        CallRailRecord untimed = CallRailRecord.of(Map.of("id", "CAL1", "start_time", "soon", "note", "x"));
        poll();

        assertThat(refresh(CALLS, true, untimed)).containsExactly("CREATED CAL1 x");
        assertThat(poll(untimed)).isEmpty();
        assertThat(refresh(CALLS, true, untimed)).isEmpty();
    }

    @Test
    void aRecordOfAListWithoutTimesIsComparedToo() {
        poll(tags(), true, tag("TAG1", "x"));

        assertThat(refresh(tags(), true, tag("TAG1", "x"))).isEmpty();
        assertThat(refresh(tags(), true, tag("TAG1", "y"))).containsExactly("UPDATED TAG1 y");
        assertThat(refresh(tags(), true, tag("TAG2", "x"))).containsExactly("CREATED TAG2 x");
        assertThat(poll(tags(), true, tag("TAG1", "y"), tag("TAG2", "x"))).isEmpty();
    }
}
