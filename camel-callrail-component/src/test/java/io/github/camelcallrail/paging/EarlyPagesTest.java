package io.github.camelcallrail.paging;

import static io.github.camelcallrail.paging.WalkedPages.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.ReportQuery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is requested before the current page is parsed. The test runs tasks of other threads by hand, or at once. */
class EarlyPagesTest {

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private Executor executor = Runnable::run;
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final List<String> events = new ArrayList<>();

    @Test
    void theNextRequestPrecedesTheParsingOfThePage() {
        Walk walk = walk(MovingList.calls(35), 1);

        walk.next();
        walk.next();

        assertThat(events)
                .containsExactly(
                        "requests 1",
                        "requests 2",
                        "parses 2",
                        "parses 1", // The reader has page 1 and may have one ahead.
                        "requests 3",
                        "parses 3");
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "3, 4", "9, 4"})
    void noMoreIsRequestedThanTheReaderMayHaveAhead(int pagesAhead, int requests) {
        executor = tasks::add;
        MovingList list = MovingList.calls(35);
        Walk walk = walk(list, pagesAhead);

        walk.next();
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }

        assertThat(list.requests()).hasSize(requests);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "9, 1", "10, 1", "11, 2", "40, 4", "199, 20", "200, 20", "201, 21", "450, 46"})
    void listsSortedByTimeTakeNoMoreRequests(int records, int requests) {
        MovingList list = MovingList.calls(records);
        Walk walk = walk(list, 1);

        assertThat(WalkedPages.of(walk).ids()).isEqualTo(names(1, records));
        assertThat(list.requests()).hasSize(requests).isEqualTo(sequential(MovingList.calls(records)));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "10", "11", "40", "300"})
    void listsInAnyOrderTakeNoMoreRequests(int records) {
        MovingList list = MovingList.users(records);
        Walk walk = walk(list, 1);

        assertThat(WalkedPages.of(walk).ids()).isEqualTo(names(1, records));
        assertThat(list.requests()).isEqualTo(sequential(MovingList.users(records)));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "10", "11", "40", "300"})
    void conversationsTakeNoMoreRequests(int records) {
        MovingList list = MovingList.conversations(records);
        Walk walk = walk(list, 1);

        assertThat(WalkedPages.of(walk).ids()).hasSize(records);
        assertThat(list.requests()).isEqualTo(sequential(MovingList.conversations(records)));
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "10, 1", "11, 2", "20, 2", "21, 3"})
    void nothingIsRequestedThatALimitLeavesBehind(long maxRecords, int requests) {
        MovingList list = MovingList.calls(45);

        new RecordCursor(walk(list, 4, OptionalLong.of(maxRecords)), OptionalLong.of(maxRecords)).rest();

        assertThat(list.requests()).hasSize(requests);
    }

    @Test
    void withoutTotalsNothingIsRequestedEarly() {
        MovingList list = MovingList.calls(35);
        list.withoutTotals();

        walk(list, 1).next();

        assertThat(events).startsWith("requests 1", "parses 1");
    }

    @Test
    void pagesWithoutATotalAreNoReason() {
        MovingList list = MovingList.calls(35);
        list.fault(
                1,
                page -> new Page(page.records(), OptionalLong.empty(), OptionalInt.of(4), page.next(), page.totals()));

        walk(list, 1).next();

        assertThat(events).startsWith("requests 1", "parses 1");
    }

    @Test
    void afterAnotherTotalNothingIsRequestedEarly() {
        MovingList list = MovingList.calls(35);
        list.after(1, () -> list.add("new", MovingList.ELEVEN));
        Walk walk = walk(list, 3);

        WalkedPages.of(walk);

        assertThat(events).startsWith("requests 1", "requests 2", "parses 2", "parses 1", "requests 1");
    }

    @Test
    void aListThatIsReadAgainUsesNoPageOfTheFirstReading() {
        MovingList list = MovingList.users(35);
        Page first = list.page(list.query(10), 1);
        // Page 2 holds records that came before, so the list is read again.
        list.fault(3, page -> page.with(first.records().subList(0, 5)));

        assertThat(WalkedPages.of(walk(list, 3)).ids()).isEqualTo(names(1, 35));
        assertThat(events.stream().filter(event -> event.startsWith("requests")))
                .containsExactly(
                        "requests 1",
                        "requests 2",
                        "requests 3",
                        "requests 4",
                        "requests 1",
                        "requests 2",
                        "requests 3",
                        "requests 4",
                        "requests 1");
    }

    @Test
    void nothingIsRequestedEarlyOnceNobodyReads() {
        executor = tasks::add;
        MovingList list = MovingList.calls(35);
        Walk walk = walk(list, 1);
        walk.next();
        wanted.set(false);

        runTasks();

        assertThat(list.requests()).hasSize(1);
        // A reader who continues nevertheless gets the page.
        assertThat(walk.next().orElseThrow().ids()).isEqualTo(names(11, 20));
    }

    @Test
    void anEarlyFailureComesWhenItIsItsTurn() {
        MovingList list = MovingList.calls(35);
        list.failAt(2, () -> CallRailFailure.of(FailureKind.MALFORMED, "no JSON"));
        Walk walk = walk(list, 1);

        assertThat(walk.next().orElseThrow().ids()).isEqualTo(names(1, 10));
        assertThatThrownBy(walk::next).hasMessage("no JSON");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "NETWORK", "RATE_LIMITED", "OVER_BUDGET"})
    void anEarlyFailureThatMayHavePassedIsTriedAgain(FailureKind kind) {
        executor = tasks::add;
        MovingList list = MovingList.calls(35);
        list.failAt(2, () -> CallRailFailure.notBefore(Instant.EPOCH, kind, "not yet"));
        Walk walk = walk(list, 1);
        walk.next();
        runTasks();

        assertThat(WalkedPages.of(walk).ids()).isEqualTo(names(11, 35));
    }

    private Walk walk(MovingList list, int pagesAhead) {
        return walk(list, pagesAhead, OptionalLong.empty());
    }

    private Walk walk(MovingList list, int pagesAhead, OptionalLong maxRecords) {
        FetchPolicy policy = new FetchPolicy(pagesAhead, 1, task -> executor.execute(task), wanted::get);
        return new WalkFactory(policy).walk(list.query(10, maxRecords), new ParsedPages(list), DeviationListener.NONE);
    }

    private static List<String> sequential(MovingList list) {
        list.read(10);
        return list.requests();
    }

    /** From now on, tasks run at once. */
    private void runTasks() {
        executor = Runnable::run;
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    /** Tells the counts before it parses, as responses do. */
    private final class ParsedPages implements PageFetcher {

        private final MovingList list;

        private ParsedPages(MovingList list) {
            this.list = list;
        }

        @Override
        public Page page(ReportQuery query, int number) {
            return page(query, number, counts -> {});
        }

        @Override
        public Page page(ReportQuery query, int number, Consumer<PageCounts> counted) {
            events.add("requests " + number);
            Page page = list.page(query, number);
            OptionalInt pages = number % 2 == 0 ? OptionalInt.empty() : page.totalPages();
            counted.accept(new PageCounts(page.totalRecords(), pages));
            events.add("parses " + number);
            return page;
        }

        @Override
        public Page linked(ReportQuery query, String next) {
            return list.linked(query, next);
        }
    }
}
