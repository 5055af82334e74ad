package io.github.camelcallrail.paging;

import static io.github.camelcallrail.paging.WalkedPages.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.ReportQuery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages that are fetched before they are asked for, by an executor that a test runs by hand. */
class ReadAheadWalkTest {

    private final MovingList list = MovingList.calls(45);
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    private Walk walk(int pages, OptionalLong maxRecords, Executor executor) {
        ReportQuery query = list.query(10, maxRecords);
        return new ReadAheadWalk(
                WalkFactory.SEQUENTIAL.walk(query, list, DeviationListener.NONE),
                new FetchPolicy(pages, 1, executor),
                new ReadingDemand(pages, query.pageSize(), Long.MAX_VALUE),
                query);
    }

    private Walk walk(int pages) {
        return walk(pages, OptionalLong.empty(), tasks::add);
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "10"})
    void givesWhatTheWalkGivesAndAsksTheSame(int pages) {
        assertThat(WalkedPages.of(walk(pages, OptionalLong.empty(), Runnable::run))
                        .ids())
                .isEqualTo(names(1, 45));
        assertThat(list.requests()).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "4, 5"})
    void fetchesSoManyPagesWhileTheFirstIsUsed(int pages, int requests) {
        Walk walk = walk(pages);

        walk.next();
        assertThat(list.requests()).hasSize(1);
        runTasks();

        assertThat(list.requests()).hasSize(requests);
    }

    @Test
    void fetchesNothingBeforeTheFirstPageIsAskedFor() {
        walk(3);

        assertThat(tasks).isEmpty();
        assertThat(list.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "10, 1", "11, 2", "20, 2", "21, 3"})
    void fetchesNothingThatALimitLeavesBehind(long maxRecords, int requests) {
        new RecordCursor(walk(4, OptionalLong.of(maxRecords), Runnable::run), OptionalLong.of(maxRecords)).rest();

        assertThat(list.requests()).hasSize(requests);
    }

    @Test
    void aFailureComesWhenItIsItsTurnAndNothingIsAskedBehindIt() {
        list.failAt(2, () -> CallRailFailure.of(FailureKind.MALFORMED, "no JSON"));
        Walk walk = walk(3);
        Page first = walk.next().orElseThrow();
        runTasks();

        assertThat(first.ids()).isEqualTo(names(1, 10));
        assertThatThrownBy(walk::next).isInstanceOf(CallRailFailure.class).hasMessage("no JSON");
        assertThat(list.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "NETWORK", "RATE_LIMITED"})
    void aFailureFromBeforeAnybodyWaitedIsNotThatOfToday(FailureKind kind) {
        list.failAt(2, () -> CallRailFailure.of(kind, "hours ago"));
        Walk walk = walk(1);
        walk.next();
        runTasks();

        assertThat(walk.next().map(Page::ids)).contains(names(11, 20));
    }

    @Test
    void whatWasTooEarlyAheadIsAskedForAgainWhenItIsItsTurn() {
        list.failAt(2, () -> CallRailFailure.notBefore(Instant.EPOCH, FailureKind.OVER_BUDGET, "not yet"));
        Walk walk = walk(2);
        walk.next();
        runTasks();

        assertThat(walk.next().map(Page::ids)).contains(names(11, 20));
    }

    @Test
    void whatBecomesTooEarlyWhileSomebodyWaitsForItIsNotWaitedForAgainAtOnce() {
        Thread reader = Thread.currentThread();
        Executor onceWaitedFor = task -> new Thread(() -> {
                    await().until(() -> reader.getState() == Thread.State.WAITING);
                    task.run();
                })
                .start();
        list.failAt(2, () -> CallRailFailure.notBefore(Instant.EPOCH, FailureKind.OVER_BUDGET, "not yet"));
        Walk walk = walk(1, OptionalLong.empty(), onceWaitedFor);
        walk.next();

        assertThatThrownBy(walk::next).hasMessage("not yet");
        assertThat(list.requests()).hasSize(2);
        assertThat(walk.next().map(Page::ids)).contains(names(11, 20));
    }

    @Test
    void aThreadThatIsInterruptedWaitsNoLongerAndStaysInterrupted() {
        Walk walk = walk(1);
        walk.next();
        Thread.currentThread().interrupt();

        assertThatThrownBy(walk::next).isInstanceOf(CallRailFailure.class).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theEndIsTheEnd() {
        Walk walk = walk(2, OptionalLong.empty(), Runnable::run);
        WalkedPages.of(walk);

        assertThat(walk.next()).isEqualTo(Optional.empty());
    }
}
