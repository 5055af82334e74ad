package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an incremental consumer sends, and what it asks for. */
class IncrementalTest extends IncrementalTesting {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Test
    void theFirstPollSendsEverythingOfItsDatesAndTheNextNothing() throws Exception {
        List<String> ids = calls(25);
        incremental("calls", "pageSize=10");

        assertThat(poll()).containsExactlyElementsOf(ids);
        assertThat(changes()).allMatch(change -> change.startsWith("CREATED "));
        assertThat(windows())
                .containsExactly(
                        "2026-03-08T00:00 2026-03-15T12:30",
                        "2026-03-08T00:00 2026-03-15T12:30",
                        "2026-03-08T00:00 2026-03-15T12:30");

        assertThat(pollAfter(QUARTER)).isEmpty();
        assertThat(windows()).containsExactly("2026-03-15T10:30 2026-03-15T12:45");
        assertThat(state.written).hasSize(1);
    }

    @Test
    void editsAndNewRecordsAreOneExchangeEach() throws Exception {
        List<String> ids = calls(25);
        incremental("calls", "lookback=30d");
        poll();

        sandbox.data().edit("calls", ids.get(3), Map.of("note", "call back"));
        sandbox.data().edit("calls", ids.get(20), Map.of("value", 12));
        String added = call(NOW.plusSeconds(90));

        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(3), ids.get(20), added);
        assertThat(changes()).containsExactly("UPDATED " + ids.get(3), "UPDATED " + ids.get(20), "CREATED " + added);
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @Test
    void aSecondCallByTheSamePersonIsOneExchange() throws Exception {
        List<String> ids = calls(5);
        incremental("calls", "lookback=30d");
        poll();

        sandbox.data().edit("calls", ids.get(4), Map.of("total_calls", 2, "prior_calls", 1));
        String second = call(NOW.plusSeconds(90));

        assertThat(pollAfter(QUARTER)).containsExactly(second);
    }

    @Test
    void aCallThatComesLateIsNew() throws Exception {
        calls(5);
        incremental("calls", "lookback=30d");
        poll();

        String late = call(Instant.parse("2026-03-10T10:00:00Z"));

        assertThat(pollAfter(QUARTER)).containsExactly(late);
        assertThat(changes()).containsExactly("CREATED " + late);
    }

    @Test
    void tiersAreLookedAtWhenTheyAreDueAlsoAcrossARestart() throws Exception {
        calls(5);
        incremental("calls", "lookback=1h,1d@2h,3d@1d");
        poll();

        pollAfter(Duration.ofMinutes(30));
        assertThat(windows()).containsExactly("2026-03-15T11:30 2026-03-15T13:00");
        restart("calls", "lookback=1h,1d@2h,3d@1d");
        pollAfter(Duration.ofMinutes(90));
        assertThat(windows()).containsExactly("2026-03-14T13:00 2026-03-15T14:30");
        pollAfter(Duration.ofMinutes(30));
        assertThat(windows()).containsExactly("2026-03-15T13:30 2026-03-15T15:00");
        pollAfter(Duration.ofHours(24));
        assertThat(windows()).containsExactly("2026-03-12T15:00 2026-03-16T15:00");
    }

    @Test
    void nothingBeforeTheFirstDateIsEverRead() throws Exception {
        sandbox.data().generate("calls", 20, NOW.minus(Duration.ofDays(30)), NOW.minusSeconds(60));
        incremental("calls", "daysBack=1&lookback=35d");
        int first = poll().size();

        assertThat(pollAfter(QUARTER)).isEmpty();
        assertThat(first).isPositive().isLessThan(5);
        assertThat(windows()).containsExactly("2026-03-14T00:00 2026-03-15T12:45");
    }

    @Test
    void afterALongOutageNothingIsMissingAndNothingComesTwice() throws Exception {
        calls(25);
        incremental("calls", "");
        poll();

        CLOCK.advance(Duration.ofDays(50));
        sandbox.data()
                .generate(
                        "calls",
                        200,
                        NOW.plusSeconds(90),
                        NOW.plus(Duration.ofDays(50)).minusSeconds(60));
        List<String> missed = sandbox.data().ids("calls").subList(25, 225);
        restart("calls", "pageSize=20");

        assertThat(poll()).containsExactlyElementsOf(missed);
        assertThat(pollAfter(Duration.ofHours(25))).isEmpty();
    }

    @Test
    void aFailedRecordComesAgainAndItsNeighboursDoNot() throws Exception {
        List<String> ids = calls(25);
        failing.add(ids.get(2));
        incremental("calls", "pageSize=10");
        assertThat(poll()).containsExactlyElementsOf(ids);

        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(2));
        assertThat(changes()).containsExactly("CREATED " + ids.get(2));
        restart("calls", "");
        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(2));
        failing.clear();
        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(2));
        assertThat(pollAfter(QUARTER)).isEmpty();
        assertThat(requests()).hasSize(1);
    }

    @Test
    void undatedListsAreComparedAsAWhole() throws Exception {
        sandbox.data().generate("tags", 25, NOW.minus(Duration.ofDays(30)), NOW);
        List<String> ids = sandbox.data().ids("tags");
        incremental("tags", "pageSize=10");
        assertThat(poll()).containsExactlyInAnyOrderElementsOf(ids);

        assertThat(pollAfter(QUARTER)).isEmpty();
        assertThat(state.written).hasSize(1);
        sandbox.data().edit("tags", ids.get(7), Map.of("color", "green1"));
        String added = sandbox.data().add("tags", Map.of("name", "brand new"));
        assertThat(pollAfter(QUARTER)).containsExactlyInAnyOrder(ids.get(7), added);
        assertThat(changes()).containsExactlyInAnyOrder("UPDATED " + ids.get(7), "CREATED " + added);
    }

    @Test
    void conversationsComeAgainWithANewMessage() throws Exception {
        sandbox.data().generate("conversations", 25, NOW.minus(Duration.ofDays(6)), NOW.minusSeconds(60));
        List<String> ids = sandbox.data().ids("conversations");
        incremental("conversations", "pageSize=10");
        assertThat(poll()).containsExactlyInAnyOrderElementsOf(ids);

        assertThat(pollAfter(QUARTER)).isEmpty();
        sandbox.data().edit("conversations", ids.get(3), Map.of("last_message_at", "2026-03-15T16:50:00.000Z"));
        assertThat(pollAfter(QUARTER)).containsExactly(ids.get(3));
        assertThat(changes()).containsExactly("UPDATED " + ids.get(3));
    }
}
