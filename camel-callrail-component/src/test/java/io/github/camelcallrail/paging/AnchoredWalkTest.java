package io.github.camelcallrail.paging;

import static io.github.camelcallrail.paging.MovingList.ELEVEN;
import static io.github.camelcallrail.paging.WalkedPages.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists sorted by time, in pages of ten unless a test says otherwise, down to the requests. */
class AnchoredWalkTest {

    @ParameterizedTest(name = "{0} records are {1} pages")
    @CsvSource({"0, 1", "1, 1", "9, 1", "10, 1", "11, 2", "20, 2", "25, 3", "200, 20"})
    void aListThatHoldsStillIsReadByNumber(int records, int pages) {
        MovingList list = MovingList.calls(records);

        assertThat(list.read(10).ids()).isEqualTo(names(1, records));
        assertThat(list.requests())
                .isEqualTo(IntStream.rangeClosed(1, pages)
                        .mapToObj(page -> "2026-03-08 " + page)
                        .toList());
    }

    @Test
    void nothingIsAskedBeforeItIsAskedFor() {
        MovingList list = MovingList.calls(25);
        Walk walk = WalkFactory.SEQUENTIAL.walk(list.query(10), list, DeviationListener.NONE);

        assertThat(list.requests()).isEmpty();
        walk.next();
        assertThat(list.requests()).hasSize(1);
        walk.next();
        assertThat(list.requests()).hasSize(2);
    }

    @Test
    void aRecordThatGoesFromThePagesReadLosesNone() {
        MovingList list = MovingList.calls(25);
        list.after(1, () -> list.remove("r3"));

        WalkedPages walked = list.read(10);

        assertThat(walked.ids()).isEqualTo(names(1, 25));
        assertThat(list.requests())
                .containsExactly("2026-03-08 1", "2026-03-08 2", "2026-03-10T11:10 1", "2026-03-10T11:10 2");
        assertThat(walked.totals()).containsExactly(25L, 25L, 25L);
    }

    @Test
    void aRecordThatGoesFromThePagesToComeIsNotGiven() {
        MovingList list = MovingList.calls(25);
        list.after(1, () -> list.remove("r23"));

        WalkedPages walked = list.read(10);

        assertThat(walked.ids()).hasSize(24).doesNotContain("r23").containsAll(names(1, 22));
        assertThat(walked.totals()).containsExactly(25L, 24L, 24L);
    }

    @Test
    void aRecordThatComesBeforeThePlaceReachedIsNotSeenAndDoublesNone() {
        MovingList list = MovingList.calls(25);
        list.after(2, () -> list.add("new", ELEVEN));

        WalkedPages walked = list.read(10);

        assertThat(walked.ids()).isEqualTo(names(1, 25));
        assertThat(list.requests())
                .containsExactly("2026-03-08 1", "2026-03-08 2", "2026-03-08 3", "2026-03-10T11:20 1");
        assertThat(walked.totals()).containsExactly(25L, 25L, 25L);
    }

    @Test
    void rowsThatComeInTheMinuteReachedOrLaterAreGiven() {
        MovingList list = MovingList.calls(25);
        list.after(1, () -> {
            list.add("same minute", ELEVEN.plusSeconds(10 * 60 + 30));
            list.add("earlier in it", ELEVEN.plusSeconds(10 * 60));
            list.add("last", ELEVEN.plusSeconds(3600));
        });

        WalkedPages walked = list.read(10);

        assertThat(walked.ids())
                .hasSize(28)
                .startsWith(names(1, 10).toArray(String[]::new))
                .contains("same minute", "earlier in it")
                .endsWith("r25", "last");
        assertThat(walked.totals()).containsExactly(25L, 28L, 28L);
    }

    @Test
    void theLastRecordGivenMayGo() {
        MovingList list = MovingList.calls(25);
        list.after(1, () -> list.remove("r10"));

        assertThat(list.read(10).ids()).isEqualTo(names(1, 25));
    }

    @Test
    void everythingMayGo() {
        MovingList list = MovingList.calls(25);
        list.after(1, () -> list.records().clear());

        WalkedPages walked = list.read(10);

        assertThat(walked.ids()).isEqualTo(names(1, 10));
        assertThat(walked.totals()).containsExactly(25L, 10L);
        assertThat(list.requests()).containsExactly("2026-03-08 1", "2026-03-08 2", "2026-03-10T11:10 1");
    }

    @Test
    void aListThatChangesAtEveryRequestIsReadAllTheSame() {
        MovingList list = MovingList.calls(60);
        list.afterEach(request -> list.remove("r" + request));

        assertThat(list.read(10).ids()).isEqualTo(names(1, 60));
    }

    @Test
    void rowsOfTheSameTimeMayChangePlaces() {
        MovingList list = MovingList.calls(9);
        List.of("r10", "r11", "r12").forEach(name -> list.add(name, ELEVEN.plusSeconds(600)));
        list.after(1, () -> Collections.swap(list.records(), 9, 11));

        assertThat(list.read(10).ids()).containsExactlyInAnyOrderElementsOf(names(1, 12));
        assertThat(list.requests()).containsExactly("2026-03-08 1", "2026-03-08 2", "2026-03-10T11:10 1");
    }

    @Test
    void afterTwentyPagesItBeginsAnew() {
        MovingList list = MovingList.calls(1_000);

        WalkedPages walked = list.read(10);

        assertThat(walked.ids()).isEqualTo(names(1, 1_000));
        assertThat(walked.totals()).containsOnly(1_000L);
        assertThat(list.requests())
                .hasSize(101)
                .containsSequence("2026-03-08 19", "2026-03-08 20", "2026-03-10T14:20 1", "2026-03-10T14:20 2")
                .containsSequence("2026-03-10T14:20 20", "2026-03-10T17:39 1")
                .noneMatch(request -> request.endsWith(" 21"));
    }

    @Test
    void aMinuteOfMoreRecordsThanAPageIsReadByNumber() {
        MovingList list = MovingList.calls(0);
        names(1, 25).forEach(name -> list.add(name, ELEVEN));
        list.after(1, () -> list.remove("r3"));

        WalkedPages walked = list.read(10);

        assertThat(walked.ids()).isEqualTo(names(1, 25));
        assertThat(list.requests())
                .containsExactly(
                        "2026-03-08 1",
                        "2026-03-08 2",
                        "2026-03-10T11:00 1",
                        "2026-03-10T11:00 2",
                        "2026-03-10T11:00 3");
    }

    @Test
    void aMinuteOfMoreRecordsThanTwentyPagesIsReadByNumberToItsEnd() {
        MovingList list = MovingList.calls(0);
        names(1, 45).forEach(name -> list.add(name, ELEVEN));
        names(46, 50).forEach(name -> list.add(name, ELEVEN.plusSeconds(60)));

        assertThat(list.read(2).ids()).isEqualTo(names(1, 50));
        assertThat(list.requests())
                .hasSize(20 + 23 + 3)
                .containsSequence("2026-03-08 20", "2026-03-10T11:00 1")
                .containsSequence("2026-03-10T11:00 22", "2026-03-10T11:00 23", "2026-03-10T11:01 1")
                .endsWith("2026-03-10T11:01 2", "2026-03-10T11:01 3");
    }
}
