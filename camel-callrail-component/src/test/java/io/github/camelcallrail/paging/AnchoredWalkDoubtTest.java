package io.github.camelcallrail.paging;

import static io.github.camelcallrail.paging.MovingList.ELEVEN;
import static io.github.camelcallrail.paging.WalkedPages.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a list sorted by time that do not go together, or cannot be right by themselves. */
class AnchoredWalkDoubtTest {

    private static final String ELEVEN_TEN = "2026-03-10T11:10 1";

    private static UnaryOperator<Page> records(UnaryOperator<List<CallRailRecord>> change) {
        return page -> page.with(change.apply(new ArrayList<>(page.records())));
    }

    private static UnaryOperator<Page> total(long other) {
        return page -> new Page(page.records(), OptionalLong.of(other), OptionalInt.of(1), page.next(), page.totals());
    }

    private static CallRailRecord call(String time) {
        return CallRailRecord.of(Map.of("id", "odd", "start_time", time));
    }

    private static void assertIncomplete(MovingList list, int pageSize, String how) {
        assertThatThrownBy(() -> list.read(pageSize))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.INCOMPLETE))
                .hasMessage(
                        "Report 'calls' changed while it was read: %s, so records may be missing. Read it again.", how);
    }

    private static void assertReadAnewFromTheTenthRecord(UnaryOperator<Page> secondPage) {
        MovingList list = MovingList.calls(25);
        list.fault(2, secondPage);

        assertThat(list.read(10).ids()).isEqualTo(names(1, 25));
        assertThat(list.requests()).containsExactly("2026-03-08 1", "2026-03-08 2", ELEVEN_TEN, "2026-03-10T11:10 2");
    }

    @Test
    void anEmptyPageThoughMoreWasCountedIsNotTheEnd() {
        assertReadAnewFromTheTenthRecord(records(all -> List.of()));
    }

    @Test
    void aShortPageThoughMoreWasCountedIsNotTaken() {
        assertReadAnewFromTheTenthRecord(records(all -> all.subList(0, 9)));
    }

    @Test
    void aPageThatHoldsARowTwiceIsNotTaken() {
        assertReadAnewFromTheTenthRecord(records(all -> {
            all.set(1, all.get(0));
            return all;
        }));
    }

    @Test
    void aPageWithAnOlderRecordIsNotTaken() {
        assertReadAnewFromTheTenthRecord(records(all -> {
            all.set(0, call("2026-03-10T11:09:59.999-04:00"));
            return all;
        }));
    }

    @Test
    void aPageWithoutTotalAmongPagesWithIsNotTaken() {
        assertReadAnewFromTheTenthRecord(page ->
                new Page(page.records(), OptionalLong.empty(), OptionalInt.empty(), page.next(), page.totals()));
    }

    @Test
    void moreRecordsThanWereCountedAreNotTaken() {
        MovingList list = MovingList.calls(15);
        list.fault(2, records(all -> {
            all.add(call("2026-03-10T12:00:00.000-04:00"));
            return all;
        }));

        assertThat(list.read(10).ids()).isEqualTo(names(1, 15));
        assertThat(list.requests()).containsExactly("2026-03-08 1", "2026-03-08 2", ELEVEN_TEN);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 6, 15})
    void aFirstPageThatIsMiscountedIsAskedForAgain(long total) {
        MovingList list = MovingList.calls(5);
        list.fault(1, total(total));

        WalkedPages walked = list.read(10);

        assertThat(walked.ids()).isEqualTo(names(1, 5));
        assertThat(walked.totals()).containsExactly(5L);
        assertThat(list.requests()).containsExactly("2026-03-08 1", "2026-03-08 1");
    }

    @Test
    void aFirstPageThatIsMiscountedTheSameTwiceIsWhole() {
        MovingList list = MovingList.calls(5);
        List.of(1, 2, 3, 4, 5).forEach(request -> list.fault(request, total(6)));

        assertThat(list.read(10).ids()).isEqualTo(names(1, 5));
        assertThat(list.requests()).containsExactly("2026-03-08 1", "2026-03-08 1");
        assertThat(list.deviations()).containsExactly(Assumption.EXACT_TOTALS);
    }

    @Test
    void aFirstPageThatIsMiscountedDifferentlyEachTimeFails() {
        MovingList list = MovingList.calls(5);
        List.of(1, 2, 3, 4, 5).forEach(request -> list.fault(request, total(5 + request)));

        assertIncomplete(list, 10, "page 1 counted 9 records, but 5 different ones came by page 1");
        assertThat(list.requests()).hasSize(4);
        assertThat(list.deviations()).isEmpty();
    }

    @Test
    void aCrowdedMinuteInAListThatKeepsChangingFailsAfterThreeVainAttempts() {
        MovingList list = MovingList.calls(0);
        names(1, 25).forEach(name -> list.add(name, ELEVEN));
        list.afterEach(request -> list.add("new" + request, ELEVEN.plusSeconds(3600)));

        assertIncomplete(list, 10, "page 1 counted 31 records, page 2 counts 32");
        assertThat(list.requests())
                .containsExactly(
                        "2026-03-08 1",
                        "2026-03-08 2",
                        "2026-03-10T11:00 1",
                        "2026-03-10T11:00 2",
                        "2026-03-10T11:00 1",
                        "2026-03-10T11:00 2",
                        "2026-03-10T11:00 1",
                        "2026-03-10T11:00 2");
    }

    @Test
    void attemptsAreVainOnlyInARow() {
        MovingList list = MovingList.calls(0);
        names(1, 65).forEach(name -> list.add(name, ELEVEN));
        // Three changes, then a page that can be taken, three more, and so on.
        list.afterEach(request -> {
            if (request <= 6 || request > 10 && request <= 16) {
                list.add("new" + request, ELEVEN.plusSeconds(3600));
            }
        });

        assertThat(list.read(10).ids())
                .startsWith(names(1, 65).toArray(String[]::new))
                .hasSize(77);
    }

    @Test
    void pagesSmallerThanAskedForAreReadByNumber() {
        MovingList list = MovingList.calls(25);
        list.cap(8);

        assertThat(list.read(10).ids()).isEqualTo(names(1, 25));
        assertThat(list.requests()).containsExactly("2026-03-08 1", "2026-03-08 2", "2026-03-08 3", "2026-03-08 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aTimeThatCannotBeReadStandsBehindTheRecordBefore(int page) {
        MovingList list = MovingList.calls(25);
        list.fault(page, records(all -> {
            all.set(4, call("2026-03-10 11:05"));
            return all;
        }));

        assertThat(list.read(10).ids()).hasSize(25).doesNotHaveDuplicates();
        assertThat(list.requests()).hasSize(3);
    }

    @Test
    void aLaterPageThatIsNotSortedIsMalformed() {
        MovingList list = MovingList.calls(15);
        list.fault(2, records(all -> {
            all.set(4, call("2026-03-10T11:03:59.000-04:00"));
            return all;
        }));

        assertThatThrownBy(() -> list.read(10))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.MALFORMED))
                .hasMessageContaining("Report 'calls'")
                .hasMessageContaining("a record of 2026-03-10T11:03:59.000-04:00 came after one of a later place")
                .hasMessageContaining("assumption 'sort'");
    }

    @Test
    void timesCompareAsInstantsToTheMinute() {
        MovingList list = MovingList.calls(5);
        list.fault(
                1,
                records(all -> List.of(
                        CallRailRecord.of(Map.of("id", "b", "start_time", "2026-03-10T11:01:30-04:00")),
                        CallRailRecord.of(Map.of("id", "a", "start_time", "2026-03-10T11:01:00-04:00")),
                        CallRailRecord.of(Map.of("id", "c", "start_time", "2026-03-10T10:02:00-05:00")),
                        CallRailRecord.of(Map.of("id", "d", "start_time", "2026-03-10T15:02:00Z")),
                        CallRailRecord.of(Map.of("id", "e", "start_time", "2026-03-10T08:03:00-07:00")))));

        assertThat(list.read(10).ids()).containsExactly("b", "a", "c", "d", "e");
    }
}
