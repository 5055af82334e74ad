package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnsettledRecordsTest {

    private static final Instant MINUTE = Instant.parse("2026-03-15T16:30:00Z");
    private static final Instant NEXT = MINUTE.plusSeconds(60);

    private final UnsettledRecords trail = new UnsettledRecords(Optional.empty());

    @Test
    void isNowhereBeforeAnythingIsSettled() {
        trail.add(MINUTE, "a", false);
        trail.add(MINUTE, "b", true);

        assertThat(trail.anchor()).isEmpty();
    }

    @Test
    void goesUpToTheFirstThatIsNotSettled() {
        Runnable a = trail.add(MINUTE.plusMillis(1), "a", false);
        trail.add(MINUTE.plusMillis(59_999), "b", true);
        Runnable c = trail.add(NEXT, "c", false);
        trail.add(NEXT, "d", true);

        a.run();
        assertThat(trail.anchor()).contains(new TimeAnchor(MINUTE, Set.of("a", "b")));
        c.run();
        assertThat(trail.anchor()).contains(new TimeAnchor(NEXT, Set.of("c", "d")));
    }

    @Test
    void remembersTheMinuteAcrossPages() {
        trail.add(MINUTE, "a", true);
        trail.anchor();
        trail.add(MINUTE, "b", true);

        assertThat(trail.anchor()).contains(new TimeAnchor(MINUTE, Set.of("a", "b")));
    }

    @Test
    void beginsWhereAnotherWalkGotTo() {
        UnsettledRecords resumed = new UnsettledRecords(Optional.of(new TimeAnchor(MINUTE, Set.of("a"))));
        assertThat(resumed.anchor()).contains(new TimeAnchor(MINUTE, Set.of("a")));

        resumed.add(MINUTE, "b", true);
        assertThat(resumed.anchor()).contains(new TimeAnchor(MINUTE, Set.of("a", "b")));
    }

    @Test
    void whatNeedsNothingDoesNotHideWhatWaits() {
        trail.add(MINUTE, "a", true);
        Runnable b = trail.add(MINUTE, "b", false);
        for (int minute = 1; minute < 1000; minute++) {
            trail.add(MINUTE.plusSeconds(60 * minute), "later " + minute, true);
        }

        assertThat(trail.anchor()).contains(new TimeAnchor(MINUTE, Set.of("a")));
        b.run();
        assertThat(trail.anchor()).contains(new TimeAnchor(MINUTE.plusSeconds(60 * 999), Set.of("later 999")));
    }

    @Test
    void anAnchorCoversWhatIsDone() {
        TimeAnchor anchor = new TimeAnchor(MINUTE, Set.of("a"));

        assertThat(anchor.covers(MINUTE.minusMillis(1), "x")).isTrue();
        assertThat(anchor.covers(MINUTE, "x")).isFalse();
        assertThat(anchor.covers(MINUTE.plusMillis(59_999), "a")).isTrue();
        assertThat(anchor.covers(NEXT, "a")).isFalse();
    }
}
