package io.github.camelcallrail.paging;

import static io.github.camelcallrail.paging.WalkedPages.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.catalogue.SortOrder;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists in no order that a walk could go by, in pages of ten, down to the requests. */
class VerifiedWalkTest {

    private static void assertIncomplete(MovingList list, String how) {
        assertThatThrownBy(() -> list.read(10))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.INCOMPLETE))
                .hasMessage(
                        "Report 'users' changed while it was read: %s, so records may be missing. Read it again.", how);
    }

    @ParameterizedTest(name = "{0} records: {1}")
    @CsvSource({"0, 1", "1, 1", "10, 1", "11, 1 2 1", "20, 1 2 1", "25, 1 2 3 1"})
    void pageOneIsReadAgainBehindALastPageThatIsNotTheFirst(int records, String pages) {
        MovingList list = MovingList.users(records);

        assertThat(list.read(10).ids()).isEqualTo(names(1, records));
        assertThat(list.requests()).containsExactly(pages.split(" "));
    }

    @ParameterizedTest(name = "{0} records: {1}")
    @CsvSource({"0, 1", "5, 1 2 1", "10, 1 2 1", "25, 1 2 3 4 1"})
    void withoutTotalsPagesAreReadUntilAnEmptyOne(int records, String pages) {
        MovingList list = MovingList.users(records);
        list.withoutTotals();

        assertThat(list.read(10).ids()).isEqualTo(names(1, records));
        assertThat(list.requests()).containsExactly(pages.split(" "));
    }

    @Test
    void aSortOfTheUsersOwnIsNoOrderToGoByThoughItBeByTime() {
        MovingList list = MovingList.calls(25);
        SortOrder byTime = new SortOrder("start_time", "asc", false);

        assertThat(WalkedPages.of(WalkFactory.SEQUENTIAL.walk(
                                list.query(10, Optional.of(byTime)), list, DeviationListener.NONE))
                        .ids())
                .isEqualTo(names(1, 25));
        assertThat(list.requests()).endsWith("2026-03-08 3", "2026-03-08 1");
    }

    @Test
    void nothingIsAskedBeforeItIsAskedFor() {
        MovingList list = MovingList.users(25);
        Walk walk = WalkFactory.SEQUENTIAL.walk(list.query(10), list, DeviationListener.NONE);

        assertThat(list.requests()).isEmpty();
        for (int page = 1; page <= 4; page++) {
            walk.next();
            assertThat(list.requests()).hasSize(page);
        }
        assertThat(walk.next()).isEmpty();
        assertThat(list.requests()).hasSize(4);
    }

    @Test
    void aRecordThatGoesBeginsARepeatThatGivesOnlyWhatWasNotGiven() {
        MovingList list = MovingList.users(25);
        list.after(1, () -> list.remove("r3"));

        WalkedPages walked = list.read(10);

        // r11 has come up to page 1, so page 2 begins with r12.
        assertThat(walked.pages().get(1).ids()).isEqualTo(names(12, 21));
        assertThat(walked.pages().get(2).ids()).containsExactly("r11");
        assertThat(walked.ids()).containsExactlyInAnyOrderElementsOf(names(1, 25));
        assertThat(walked.totals()).startsWith(25L, 24L, 24L).endsWith(24L);
        assertThat(list.requests()).containsExactly("1", "2", "1", "2", "3", "1");
    }

    @Test
    void aSwapOnPageOneIsNoticedAndTheSecondLookIsUsed() {
        MovingList list = MovingList.users(25);
        list.after(3, () -> {
            list.remove("r3");
            list.records().add(0, new MovingList.Item("new", Instant.EPOCH));
        });

        WalkedPages walked = list.read(10);

        assertThat(walked.ids())
                .startsWith(names(1, 25).toArray(String[]::new))
                .hasSize(26)
                .endsWith("new");
        assertThat(walked.totals()).containsOnly(25L);
        assertThat(list.requests()).containsExactly("1", "2", "3", "1", "2", "3", "1");
    }

    @Test
    void aRecordMoreBehindTheLastPageIsNoticedByTheSecondLookAtPageOne() {
        MovingList list = MovingList.users(25);
        list.after(3, () -> list.add("r26", Instant.EPOCH));

        WalkedPages walked = list.read(10);

        assertThat(walked.ids()).isEqualTo(names(1, 26));
        assertThat(walked.totals()).startsWith(25L, 25L, 25L, 26L).endsWith(26L);
        assertThat(list.requests()).containsExactly("1", "2", "3", "1", "2", "3", "1");
    }

    @Test
    void aListThatShrankToOnePageEndsWithIt() {
        MovingList list = MovingList.users(12);
        list.after(2, () -> names(1, 5).forEach(list::remove));

        WalkedPages walked = list.read(10);

        assertThat(walked.ids()).isEqualTo(names(1, 12));
        assertThat(walked.totals()).containsExactly(12L, 12L, 7L);
        assertThat(list.requests()).containsExactly("1", "2", "1");
    }

    @Test
    void aRecordThatMovesAmongPagesIsNoticedByItsAbsence() {
        MovingList list = MovingList.users(25);
        list.after(1, () -> list.records().add(0, list.records().remove(20)));

        WalkedPages walked = list.read(10);

        assertThat(walked.ids()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(names(1, 25));
        assertThat(list.requests()).containsExactly("1", "2", "3", "1", "2", "3", "1");
    }

    @Test
    void aListThatChangesInThreePassesIsReadInTheFourth() {
        MovingList list = MovingList.users(25);
        IntStream.of(1, 3, 5).forEach(request -> list.after(request, () -> list.remove("r" + request)));

        assertThat(list.read(10).ids()).containsExactlyInAnyOrderElementsOf(names(1, 25));
        assertThat(list.requests()).containsExactly("1", "2", "1", "2", "1", "2", "1", "2", "3", "1");
    }

    @Test
    void aListThatChangesInFourPassesFails() {
        MovingList list = MovingList.users(25);
        IntStream.of(1, 3, 5, 7).forEach(request -> list.after(request, () -> list.remove("r" + request)));

        assertIncomplete(list, "page 1 counted 22 records, page 2 counts 21");
        assertThat(list.requests()).containsExactly("1", "2", "1", "2", "1", "2", "1", "2");
    }

    @Test
    void aPageOneThatNeverStaysTheSameFails() {
        MovingList list = MovingList.users(15);
        list.afterEach(request -> list.records().add(0, list.records().remove(9)));

        assertIncomplete(list, "page 1 read again at the end holds other records");
        assertThat(list.requests()).containsExactly("1", "2", "1", "2", "1", "2", "1", "2", "1");
    }

    @Test
    void aCountThatIsWrongTheSameTwiceIsNotTrusted() {
        MovingList list = MovingList.users(5);
        IntStream.rangeClosed(1, 8)
                .forEach(request -> list.fault(
                        request,
                        page -> new Page(
                                page.records(), OptionalLong.of(6), OptionalInt.of(1), page.next(), page.totals())));

        assertThat(list.read(10).ids()).isEqualTo(names(1, 5));
        assertThat(list.requests()).containsExactly("1", "1");
        assertThat(list.deviations()).containsExactly(Assumption.EXACT_TOTALS);
    }

    @Test
    void rowsThatComeTwiceAreNotedAndAnotherPassBringsTheOneThatDidNot() {
        MovingList list = MovingList.users(25);
        list.fault(2, page -> {
            List<CallRailRecord> doubled = new ArrayList<>(page.records());
            doubled.set(1, doubled.get(0));
            return page.with(doubled);
        });

        assertThat(list.read(10).ids()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(names(1, 25));
        assertThat(list.requests()).containsExactly("1", "2", "3", "1", "2", "3", "1");
    }

    @Test
    void aListThatAnswersEveryPageWithTheSameRecordsEnds() {
        MovingList list = MovingList.users(10);
        list.withoutTotals();
        Page[] first = new Page[1];
        list.fault(1, page -> first[0] = page);
        IntStream.range(2, 20).forEach(request -> list.fault(request, page -> first[0]));

        assertIncomplete(list, "page 2 holds only records that came before");
        assertThat(list.requests()).containsExactly("1", "2", "1", "2", "1", "2", "1", "2");
    }

    @Test
    void pagesSmallerThanAskedForAreReadByNumber() {
        MovingList list = MovingList.users(25);
        list.cap(8);

        assertThat(list.read(10).ids()).isEqualTo(names(1, 25));
        assertThat(list.requests()).containsExactly("1", "2", "3", "4", "1");
    }
}
