package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Records whose time cannot be read, or can be no record's, read incrementally: each comes once, and again when it
 * changes.
 */
class IncrementalUntimedTest extends IncrementalTesting {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final String OPTIONS = "lookback=2h,35d@12h&pageSize=10";

    private final List<String> ids = new ArrayList<>();
    private UntimedRecords untimed;
    private String broken;

    @BeforeEach
    void addCalls() throws Exception {
        for (int minute = 60; minute > 35; minute--) {
            ids.add(call(NOW.minus(Duration.ofMinutes(minute))));
        }
        untimed = UntimedRecords.ofCalls(sandbox);
        broken = ids.get(12);
    }

    static Stream<Object> values() {
        return UntimedRecords.values();
    }

    @ParameterizedTest
    @MethodSource("values")
    void itComesOnceAndAgainWhenItChangesAndOnceWhenItsTimeIsRepaired(Object value) throws Exception {
        untimed.set(broken, value);
        incremental("calls", OPTIONS);

        assertThat(poll()).isEqualTo(ids);
        assertThat(pollAfter(QUARTER)).isEmpty();
        sandbox.data().edit("calls", broken, Map.of("note", "called back"));
        assertThat(pollAfter(QUARTER)).containsExactly(broken);
        assertThat(changes()).containsExactly("UPDATED " + broken);
        restart("calls", OPTIONS);
        assertThat(pollAfter(QUARTER)).isEmpty();
        untimed.repair(broken);
        assertThat(pollAfter(QUARTER)).containsExactly(broken);
        assertThat(changes()).containsExactly("UPDATED " + broken);
        restart("calls", OPTIONS);
        assertThat(pollAfter(QUARTER)).isEmpty();
        assertThat(pollAfter(Duration.ofHours(12))).isEmpty();
    }

    @Test
    void itIsComparedByItsIdWhateverStandsBeforeIt() throws Exception {
        untimed.setNull(broken);
        incremental("calls", OPTIONS);
        assertThat(poll()).isEqualTo(ids);

        ids.subList(0, 12).forEach(id -> sandbox.data().remove("calls", id));
        assertThat(pollAfter(QUARTER)).isEmpty();
        assertThat(pollAfter(Duration.ofDays(1))).isEmpty();
        assertThat(pollAfter(Duration.ofDays(20))).isEmpty();
    }

    @Test
    void aTimeThatIsLostIsAChange() throws Exception {
        incremental("calls", OPTIONS);
        assertThat(poll()).isEqualTo(ids);

        untimed.setNull(broken);
        assertThat(pollAfter(QUARTER)).containsExactly(broken);
        assertThat(changes()).containsExactly("UPDATED " + broken);
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @Test
    void aNewOneIsSentWithNewOthers() throws Exception {
        incremental("calls", OPTIONS);
        poll();

        CLOCK.advance(QUARTER);
        String first = call(NOW.plusSeconds(60));
        String second = call(NOW.plusSeconds(120));
        untimed.setNull(first);
        assertThat(poll()).containsExactly(first, second);
        assertThat(changes()).containsExactly("CREATED " + first, "CREATED " + second);
        assertThat(pollAfter(QUARTER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {OPTIONS, OPTIONS + "&parallelRequests=3", "lookback=2h&pageSize=10&maxMessagesPerPoll=7"})
    void allOfThemMayBeSo(String options) throws Exception {
        ids.forEach(untimed::setNull);
        incremental("calls", options);

        List<String> sent = new ArrayList<>();
        for (int poll = 0; poll < 5; poll++) {
            sent.addAll(poll());
        }
        assertThat(sent).isEqualTo(ids);
        ids.forEach(untimed::repair);
        sent.clear();
        for (int poll = 0; poll < 5; poll++) {
            sent.addAll(poll());
        }
        assertThat(sent).isEqualTo(ids);
    }

    @Test
    void oneWhoseExchangeFailsComesAgainHoweverLateThatIs() throws Exception {
        untimed.setNull(broken);
        failing.add(broken);
        incremental("calls", OPTIONS);

        assertThat(poll()).isEqualTo(ids);
        assertThat(pollAfter(QUARTER)).containsExactly(broken);
        assertThat(pollAfter(Duration.ofHours(5))).containsExactly(broken);
        restart("calls", OPTIONS);
        assertThat(pollAfter(Duration.ofHours(5))).containsExactly(broken);
        assertThat(requests()).hasSizeLessThanOrEqualTo(5);
        failing.clear();
        assertThat(pollAfter(Duration.ofHours(5))).containsExactly(broken);
        assertThat(changes()).containsExactly("CREATED " + broken);
        assertThat(pollAfter(QUARTER)).isEmpty();
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aRestartInMidWalkLosesNone() throws Exception {
        untimed.setNull(ids.get(9));
        untimed.setNull(ids.get(10));
        untimed.setNull(broken);
        List<String> all = new ArrayList<>();
        for (int stop = 0; stop < 9; stop++) {
            restart("calls", "lookback=2h&pageSize=10&maxMessagesPerPoll=3");
            all.addAll(poll());
        }

        assertThat(all).isEqualTo(ids);
        restart("calls", "lookback=2h&pageSize=10");
        assertThat(poll()).isEmpty();
    }

    @Test
    void conversationsAreComparedByTheirIdsAnyway() throws Exception {
        sandbox.data().generate("conversations", 5, NOW.minusSeconds(3000), NOW.minusSeconds(600));
        List<String> some = sandbox.data().ids("conversations");
        UntimedRecords texts = new UntimedRecords(sandbox, "conversations", "conversations", "last_message_at");
        texts.set(some.get(2), "soon");
        incremental("conversations", "lookback=2h");

        assertThat(poll()).containsExactlyInAnyOrderElementsOf(some);
        assertThat(pollAfter(QUARTER)).isEmpty();
        texts.repair(some.get(2));
        assertThat(pollAfter(QUARTER)).containsExactly(some.get(2));
        assertThat(changes()).containsExactly("UPDATED " + some.get(2));
        assertThat(pollAfter(QUARTER)).isEmpty();
    }
}
