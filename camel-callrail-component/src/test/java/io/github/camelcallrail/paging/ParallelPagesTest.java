package io.github.camelcallrail.paging;

import static io.github.camelcallrail.paging.WalkedPages.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that are fetched at once, down to the requests, by an executor that a test runs by hand. */
class ParallelPagesTest {

    private final List<Runnable> tasks = new ArrayList<>();

    private static Walk walk(MovingList list, int parallel, Executor executor) {
        return new WalkFactory(new FetchPolicy(0, parallel, executor))
                .walk(list.query(10), list, DeviationListener.NONE);
    }

    @ParameterizedTest
    @CsvSource({"2, 45", "4, 45", "10, 45", "4, 5", "4, 0", "3, 1005"})
    void asksForTheSamePagesAndGivesTheSameRecords(int parallel, int records) {
        MovingList list = MovingList.calls(records);

        assertThat(WalkedPages.of(walk(list, parallel, Runnable::run)).ids()).isEqualTo(names(1, records));
        assertThat(list.requests())
                .hasSizeBetween(1 + records / 11, 2 + records / 10)
                .doesNotHaveDuplicates();
    }

    @Test
    void thePagesBehindTheOneThatIsAskedForAreFetchedWithIt() {
        MovingList list = MovingList.calls(95);
        // The order in which they come does not matter.
        Executor backwards = task -> {
            tasks.add(task);
            if (tasks.size() == 4) {
                Collections.reverse(tasks);
                List.copyOf(tasks).forEach(Runnable::run);
            }
        };
        Walk walk = walk(list, 4, backwards);
        walk.next();
        assertThat(tasks).isEmpty();

        assertThat(walk.next().map(Page::ids)).contains(names(11, 20));
        assertThat(list.requests())
                .extracting(request -> request.substring(request.indexOf(' ') + 1))
                .containsExactly("1", "5", "4", "3", "2");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void aRecordThatGoesMeanwhileIsNoticed(int request) {
        MovingList list = MovingList.calls(95);
        list.afterEach(number -> {
            if (number == request) {
                list.remove("r5");
            }
        });

        assertThat(WalkedPages.of(walk(list, 4, Runnable::run)).ids()).isEqualTo(names(1, 95));
    }

    @Test
    void anUnsortedListIsVerifiedAsEver() {
        MovingList list = MovingList.users(95);
        list.afterEach(number -> {
            if (number == 6) {
                list.remove("r5");
            }
        });

        assertThat(WalkedPages.of(walk(list, 4, Runnable::run)).ids())
                .doesNotHaveDuplicates()
                .containsAll(names(6, 95));
    }

    @Test
    void pageOneReadAgainIsOneRequest() {
        MovingList list = MovingList.users(35);

        WalkedPages.of(walk(list, 4, Runnable::run));

        assertThat(list.requests()).containsExactly("1", "2", "3", "4", "1");
    }

    @Test
    void noPageIsAskedForBehindTheFirstTenThousandRecords() {
        MovingList list = MovingList.calls(5_000);
        list.servePages(10_000);

        WalkedPages walked = WalkedPages.of(new WalkFactory(new FetchPolicy(0, 10, Runnable::run))
                .walk(list.query(250), list, DeviationListener.NONE));

        assertThat(walked.ids()).isEqualTo(names(1, 5_000));
        assertThat(list.requests()).hasSize(20);
    }

    @Test
    void aLongListIsBegunAnewBeforeTenThousandRecordsHaveCome() {
        MovingList list = MovingList.calls(0);
        names(1, 22_000)
                .forEach(name ->
                        list.add(name, MovingList.ELEVEN.plusSeconds(15L * Integer.parseInt(name.substring(1)))));
        list.servePages(10_000);

        WalkedPages walked = WalkedPages.of(new WalkFactory(new FetchPolicy(0, 10, Runnable::run))
                .walk(list.query(250), list, DeviationListener.NONE));

        assertThat(walked.ids()).isEqualTo(names(1, 22_000));
        assertThat(list.requests()).hasSizeLessThanOrEqualTo(88 + 3 + 2 * 2);
    }

    @Test
    void nothingMoreIsFetchedForNobody() {
        MovingList list = MovingList.calls(95);
        boolean[] wanted = {true};
        Walk walk = new WalkFactory(new FetchPolicy(2, 4, tasks::add, () -> wanted[0]))
                .walk(list.query(10), list, DeviationListener.NONE);
        walk.next();
        wanted[0] = false;
        List.copyOf(tasks).forEach(Runnable::run);

        assertThat(list.requests()).hasSize(1);
    }

    @Test
    void aFailureIsThatOfThePage() {
        MovingList list = MovingList.calls(95);
        list.failAt(3, () -> CallRailFailure.of(FailureKind.MALFORMED, "no JSON"));
        Walk walk = walk(list, 4, Runnable::run);
        walk.next();

        assertThat(walk.next().map(Page::ids)).contains(names(11, 20));
        assertThatThrownBy(walk::next).hasMessage("no JSON");
    }

    @Test
    void whatWasTooEarlyIsAskedForAgainWhenItIsItsTurn() {
        MovingList list = MovingList.calls(95);
        list.failAt(3, () -> CallRailFailure.notBefore(Instant.EPOCH, FailureKind.OVER_BUDGET, "not yet"));

        assertThat(WalkedPages.of(walk(list, 4, Runnable::run)).ids()).isEqualTo(names(1, 95));
    }

    @Test
    void pagesThatCameAreNotAskedForAgainWhenOneBeforeThemWasTooEarly() {
        MovingList list = MovingList.calls(95);
        list.failAt(2, () -> CallRailFailure.notBefore(Instant.EPOCH, FailureKind.OVER_BUDGET, "not yet"));

        assertThat(WalkedPages.of(walk(list, 4, Runnable::run)).ids()).isEqualTo(names(1, 95));
        assertThat(list.requests()).hasSize(11);
    }
}
