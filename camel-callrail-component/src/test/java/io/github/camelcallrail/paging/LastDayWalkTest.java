package io.github.camelcallrail.paging;

import static io.github.camelcallrail.paging.WalkedPages.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.window.WindowBound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Windows of whole days whose last day has, lacks or hides its records, down to the requests. */
class LastDayWalkTest {

    private static final Instant NINTH = Instant.parse("2026-03-09T16:00:00Z");
    private static final Instant TENTH = NINTH.plus(Duration.ofDays(1));
    private static final Instant ELEVENTH = NINTH.plus(Duration.ofDays(2));

    private final EndDates endDates = new EndDates();
    private final MovingList list = MovingList.calls(
            WindowBound.of(LocalDate.parse("2026-03-09")),
            WindowBound.of(LocalDate.parse("2026-03-10")),
            MovingList.NEW_YORK);

    private WalkedPages read() {
        return WalkedPages.of(WalkFactory.SEQUENTIAL.walk(
                list.query(10),
                list,
                (assumption, detail) -> list.deviations().add(assumption),
                Optional.of(endDates)));
    }

    @Test
    void aRecordOfTheLastDayShowsThatItIsIncluded() {
        list.add("r1", NINTH);
        list.add("r2", TENTH);

        assertThat(read().ids()).isEqualTo(names(1, 2));
        assertThat(list.requests()).containsExactly("2026-03-09 1");
        assertThat(endDates.included()).isTrue();
    }

    @Test
    void anEmptyLastDayIsCheckedOnceUntilTheNextDayShowsThatItIsIncluded() {
        list.add("r1", NINTH);
        list.add("later", ELEVENTH);

        assertThat(read().ids()).isEqualTo(names(1, 1));
        assertThat(list.requests()).containsExactly("2026-03-09 1", "2026-03-10 1");
        assertThat(read().ids()).isEqualTo(names(1, 1));
        assertThat(list.requests()).containsExactly("2026-03-09 1", "2026-03-10 1", "2026-03-09 1");
        assertThat(list.deviations()).isEmpty();
    }

    @Test
    void aLastDayThatIsExcludedIsReadWithTheNext() {
        list.endsBeforeItsLastDay();
        list.add("r1", NINTH);
        for (int record = 2; record <= 16; record++) {
            list.add("r" + record, TENTH.plusSeconds(60L * record));
        }
        list.add("later", ELEVENTH);

        assertThat(read().ids()).isEqualTo(names(1, 16));
        assertThat(list.requests()).containsExactly("2026-03-09 1", "2026-03-10 1", "2026-03-10 1", "2026-03-10 2");
        assertThat(list.deviations()).containsExactly(Assumption.END_DATE);
    }

    @Test
    void anEmptyListIsNotChecked() {
        list.add("later", ELEVENTH);

        assertThat(read().ids()).isEmpty();
        assertThat(list.requests()).containsExactly("2026-03-09 1");
    }

    @Test
    void aCheckThatIsPutOffIsMadeWhenTheWalkResumes() {
        list.endsBeforeItsLastDay();
        list.add("r1", NINTH);
        list.add("r2", TENTH);
        list.failAt(2, () -> CallRailFailure.of(FailureKind.OVER_BUDGET, "not now"));
        Walk walk = WalkFactory.SEQUENTIAL.walk(list.query(10), list, DeviationListener.NONE, Optional.of(endDates));

        assertThat(walk.next().orElseThrow().ids()).isEqualTo(names(1, 1));
        assertThat(catchThrowableOfType(CallRailFailure.class, walk::next)).hasMessage("not now");
        assertThat(walk.next().orElseThrow().ids()).isEqualTo(names(2, 2));
        assertThat(walk.next()).isEmpty();
    }
}
