package io.github.camelcallrail.paging;

import static io.github.camelcallrail.paging.WalkedPages.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of one parent, newest first, in pages of ten, down to the requests. */
class GrowingListWalkTest {

    private static final Instant LATER = MovingList.ELEVEN.plusSeconds(100_000);

    @ParameterizedTest(name = "{0} records: {1}")
    @CsvSource({"0, 1", "1, 1", "10, 1", "11, 1 2 1", "20, 1 2 1", "25, 1 2 3 1"})
    void pageOneIsReadAgainAfterTheLastOfSeveral(int records, String pages) {
        MovingList list = MovingList.messages(records);

        assertThat(list.read(10).ids()).containsExactlyInAnyOrderElementsOf(names(1, records));
        assertThat(list.requests()).containsExactly(pages.split(" "));
    }

    @Test
    void aListThatGrowsBetweenAnyTwoRequestsIsComplete() {
        MovingList list = MovingList.messages(35);
        AtomicInteger added = new AtomicInteger(35);
        list.afterEach(request -> {
            int number = added.incrementAndGet();
            list.add("r" + number, LATER.plusSeconds(number));
        });

        // Those that were added before the last request are there, each once, and nothing was read a second time.
        assertThat(list.read(10).ids())
                .doesNotHaveDuplicates()
                .hasSize(34 + list.requests().size());
        assertThat(list.requests()).containsExactly("1", "2", "3", "4", "1");
    }

    @Test
    void moreRecordsThanAPageHoldsMayComeBetweenTwoRequests() {
        MovingList list = MovingList.messages(25);
        list.after(3, () -> {
            for (int number = 26; number <= 60; number++) {
                list.add("r" + number, LATER.plusSeconds(number));
            }
        });

        assertThat(list.read(10).ids()).containsExactlyInAnyOrderElementsOf(names(1, 60));
    }

    @ParameterizedTest(name = "after request {0}")
    @CsvSource({"1", "2", "3"})
    void aRecordThatGoesHidesNoOther(int request) {
        MovingList list = MovingList.messages(35);
        list.after(request, () -> list.remove("r34"));

        assertThat(list.read(10).ids())
                .doesNotHaveDuplicates()
                .containsAll(names(1, 33))
                .contains("r35");
    }

    @Test
    void withoutACountPagesAreReadUntilAnEmptyOne() {
        MovingList list = MovingList.messages(25);
        list.withoutTotals();

        assertThat(list.read(10).ids()).containsExactlyInAnyOrderElementsOf(names(1, 25));
        assertThat(list.requests()).containsExactly("1", "2", "3", "4", "1");
    }

    @Test
    void aCountThatIsTooHighIsFoundOut() {
        MovingList list = MovingList.messages(25);
        list.miscount(2);

        assertThat(list.read(10).ids()).containsExactlyInAnyOrderElementsOf(names(1, 25));
        assertThat(list.deviations()).containsExactly(Assumption.EXACT_TOTALS);
    }

    @Test
    void smallerPagesThanRequestedAreComplete() {
        MovingList list = MovingList.messages(25);
        list.cap(4);

        assertThat(list.read(10).ids()).containsExactlyInAnyOrderElementsOf(names(1, 25));
    }

    @Test
    void aListThatIgnoresPageNumbersFails() {
        MovingList list = MovingList.messages(25);
        list.beyond(() -> null);
        list.servePages(10);

        assertThatThrownBy(() -> list.read(10)).isInstanceOf(CallRailFailure.class);
    }

    @Test
    void aPageThatFailsIsRequestedAgain() {
        MovingList list = MovingList.messages(25);
        list.failAt(2, () -> CallRailFailure.of(FailureKind.RATE_LIMITED, "later"));
        Walk walk = WalkFactory.SEQUENTIAL.walk(list.query(10), list, DeviationListener.NONE);

        List<String> first = walk.next().orElseThrow().ids();
        assertThatThrownBy(walk::next).hasMessage("later");
        List<String> rest = WalkedPages.of(walk).ids();

        assertThat(first).hasSize(10).doesNotContainAnyElementsOf(rest);
        assertThat(rest).hasSize(15);
    }

    @Test
    void listsThatChangeAtRandomAreReadWholeUnlessTheyKeepChanging() {
        int failed = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            MovingList list = MovingList.messages(0);
            list.order(null);
            RandomChanges changes = new RandomChanges(list, random, () -> Instant.EPOCH);
            changes.fill(random.nextInt(60));
            changes.begin(random.nextDouble() / 2, random.nextInt(7));
            try {
                assertThat(list.read(1 + random.nextInt(8)).ids())
                        .as("seed %s", seed)
                        .doesNotHaveDuplicates()
                        .containsAll(changes.stood())
                        .isSubsetOf(changes.everThere().keySet());
            } catch (CallRailFailure failure) {
                failed++;
                assertThat(failure.kind()).as("seed %s", seed).isEqualTo(FailureKind.INCOMPLETE);
            }
        }
        assertThat(failed).isBetween(1, 200);
    }
}
