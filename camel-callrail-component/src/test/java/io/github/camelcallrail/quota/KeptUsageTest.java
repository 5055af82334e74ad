package io.github.camelcallrail.quota;

import static io.github.camelcallrail.quota.RequestBudgetContract.ACCOUNT;
import static io.github.camelcallrail.quota.RequestBudgetContract.TEN;
import static io.github.camelcallrail.quota.RequestBudgetContract.at;
import static io.github.camelcallrail.quota.RequestBudgetContract.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.LogLines;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What outlives a process that counts in memory. */
class KeptUsageTest {

    /** A block of one request. */
    private static final Limits SMALL = new Limits(60, 1_000);

    private static final int BLOCK = 20;

    private final MemoryStore store = new MemoryStore();

    @Test
    void aRestartGoesOnCounting() {
        assertThat(granted(process(store), SMALL, TEN, 40)).isEqualTo(40);

        CountedRequestBudget next = process(store);
        assertThat(granted(next, SMALL, at("10:30:00"), 40)).isEqualTo(20);
        assertThat(next.take(ACCOUNT, SMALL, at("10:30:00"))).contains(at("11:01:00"));
        assertThat(granted(process(store), SMALL, at("11:01:00"), 100))
                .as("but for the last one, which may have been sent until the restart")
                .isEqualTo(39);
    }

    @Test
    void onlyTheFirstOfABlockIsWritten() {
        CountedRequestBudget process = process(store);
        assertThat(store.saves).isZero();
        granted(process, Limits.CALLRAILS_OWN, TEN, BLOCK);
        assertThat(store.saves).isEqualTo(1);
        granted(process, Limits.CALLRAILS_OWN, TEN, 1);
        assertThat(store.saves).isEqualTo(2);
        assertThat(store.loads).isEqualTo(1);
    }

    @Test
    void aKilledProcessLeavesNoneUncountedAndAtMostABlockTooMany() {
        for (int sent = 1; sent <= 2 * BLOCK; sent++) {
            store.text = null;
            granted(process(store), Limits.CALLRAILS_OWN, TEN, sent);

            int left = granted(process(store), Limits.CALLRAILS_OWN, TEN, 2_000);

            assertThat(left + sent).as("sent %s", sent).isBetween(1_000 - BLOCK + 1, 1_000);
        }
    }

    @Test
    void whatWasSavedAheadCountsAsSentWhenTheNextProcessAsks() {
        granted(process(store), Limits.CALLRAILS_OWN, TEN, 1);

        CountedRequestBudget next = process(store);
        assertThat(granted(next, Limits.CALLRAILS_OWN, at("10:59:00"), 2_000)).isEqualTo(980);
        assertThat(next.take(ACCOUNT, Limits.CALLRAILS_OWN, at("11:59:00"))).contains(at("12:00:00"));
    }

    @Test
    void afterSettlingThereIsNotOneTooMany() {
        CountedRequestBudget process = process(store);
        granted(process, Limits.CALLRAILS_OWN, TEN, 5);
        process.settle();

        assertThat(granted(process(store), Limits.CALLRAILS_OWN, TEN, 2_000)).isEqualTo(995);
    }

    @Test
    void whatIsSentAfterSettlingIsSavedAheadAgain() {
        CountedRequestBudget process = process(store);
        granted(process, Limits.CALLRAILS_OWN, TEN, 5);
        process.settle();
        granted(process, Limits.CALLRAILS_OWN, TEN, 7);

        assertThat(granted(process(store), Limits.CALLRAILS_OWN, TEN, 2_000)).isEqualTo(975);
    }

    @Test
    void aProcessThatSettlesBeforeItAsksLosesNothing() {
        granted(process(store), Limits.CALLRAILS_OWN, TEN, 1);
        process(store).settle();

        assertThat(granted(process(store), Limits.CALLRAILS_OWN, TEN, 2_000)).isEqualTo(980);
    }

    @Test
    void aRequestIsNotGrantedBeforeItIsSaved() {
        store.killing = new Killed();
        assertThatThrownBy(() -> process(store).take(ACCOUNT, SMALL, TEN)).isInstanceOf(Killed.class);
        store.killing = null;

        assertThat(granted(process(store), SMALL, TEN, 100)).isEqualTo(59);
    }

    @Test
    void severalStoresAreCopiesOfOneHistory() {
        MemoryStore other = new MemoryStore();
        granted(process(store, other), SMALL, TEN, 10);
        assertThat(other.text).isEqualTo(store.text);
        granted(process(store), SMALL, TEN, 5);

        assertThat(granted(process(other, store), SMALL, TEN, 100)).isEqualTo(45);
        assertThat(granted(process(other), SMALL, TEN, 100)).isZero();
        assertThat(granted(process(store), SMALL, TEN, 100)).isZero();
    }

    @Test
    void aStoreThatComesLaterHoldsWhatWasSentBefore() {
        MemoryStore late = new MemoryStore();
        CountedRequestBudget process = process(store);
        granted(process, Limits.CALLRAILS_OWN, TEN, 3);
        process.keepIn(ACCOUNT, late);
        granted(process, Limits.CALLRAILS_OWN, TEN, 1);

        assertThat(granted(process(late), Limits.CALLRAILS_OWN, TEN, 2_000)).isEqualTo(977);
    }

    @Test
    void whatWasCountedHereComesOnTopOfWhatIsInherited() {
        granted(process(store), SMALL, TEN, 10);
        CountedRequestBudget process = new CountedRequestBudget();
        granted(process, SMALL, TEN, 7);
        process.keepIn(ACCOUNT, store);

        assertThat(granted(process, SMALL, TEN, 100)).isEqualTo(43);
    }

    @Test
    void theSameStoreAgainChangesNothing() {
        CountedRequestBudget process = process(store);
        granted(process, SMALL, TEN, 10);
        process.keepIn(ACCOUNT, store);

        assertThat(store.loads).isEqualTo(1);
        assertThat(granted(process, SMALL, TEN, 100)).isEqualTo(50);
    }

    @Test
    void damagedTextIsReportedAndReplaced() {
        granted(process(store), SMALL, TEN, 10);
        store.text = store.text.replace(":1", ":2").replace(":9", ":8");
        try (LogLines log = new LogLines()) {
            assertThat(granted(process(store), SMALL, TEN, 15)).isEqualTo(15);

            assertThat(log.lines())
                    .containsExactly(
                            "WARN The request count of account 'ACC1', saved in memory, is damaged: its checksum"
                                    + " is wrong. It is replaced, and requests from before this start are not"
                                    + " counted: CallRail may reject some requests (HTTP 429) for up to a day,"
                                    + " and the component then waits.");
        }
        assertThat(granted(process(store), SMALL, TEN, 100)).isEqualTo(45);
    }

    @Test
    void aStoreThatCannotBeReadIsReportedOnceAndReadWhenItCan() {
        granted(process(store), SMALL, TEN, 10);
        String before = store.text;
        store.readable = false;
        try (LogLines log = new LogLines()) {
            CountedRequestBudget process = process(store);
            granted(process, SMALL, TEN, 5);
            assertThat(store.text).as("not lost").isEqualTo(before);
            assertThat(log.lines())
                    .containsExactly("WARN The request count of account 'ACC1', saved in memory, cannot be read, so"
                            + " requests from before this start are not counted until it can be:"
                            + " java.lang.IllegalStateException: unplugged. CallRail may then reject some"
                            + " requests (HTTP 429), and the component waits. Check that the location is"
                            + " reachable and has free space; it is retried automatically.");

            store.readable = true;
            assertThat(granted(process, SMALL, TEN, 100)).isEqualTo(45);
            assertThat(log.lines())
                    .hasSize(2)
                    .last()
                    .isEqualTo("INFO The request count of account 'ACC1' is saved in memory again");
        }
        assertThat(granted(process(store), SMALL, TEN, 100)).isZero();
    }

    @Test
    void aStoreThatCannotBeWrittenIsReportedOnceAndStopsNothing() {
        MemoryStore other = new MemoryStore();
        CountedRequestBudget process = process(store, other);
        store.writable = false;
        try (LogLines log = new LogLines()) {
            assertThat(granted(process, SMALL, TEN, 50)).isEqualTo(50);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("saved in memory, cannot be written, so a restart now loses the latest requests:"
                            + " java.lang.IllegalStateException: disk full.");
            store.writable = true;
            granted(process, SMALL, TEN, 1);
            assertThat(log.lines()).hasSize(2);
        }
        assertThat(granted(process(other), SMALL, TEN, 100)).isEqualTo(9);
        assertThat(granted(process(store), SMALL, TEN, 100)).isEqualTo(9);
    }

    @Test
    void processesKilledAtRandomSendNoMoreThanTheLimitTogether() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Limits limits = new Limits(50 + random.nextInt(150), 100 + random.nextInt(400));
            List<UsageStore> stores = new ArrayList<>(List.of(new MemoryStore(), new MemoryStore()));
            ExactLog exact = new ExactLog();
            Instant now = TEN;
            CountedRequestBudget process = process(stores.toArray(UsageStore[]::new));
            for (int i = 0; i < 300; i++) {
                now = now.plusMillis(random.nextInt(60_000));
                if (random.nextInt(60) == 0) {
                    process = process(stores.get(0), stores.get(1));
                }
                if (process.take(ACCOUNT, limits, now).isEmpty()) {
                    exact.add(now);
                    assertThat(exact.within(limits, now)).as("seed %s", seed).isTrue();
                }
            }
        }
    }

    private static CountedRequestBudget process(UsageStore... stores) {
        CountedRequestBudget budget = new CountedRequestBudget();
        for (UsageStore store : stores) {
            budget.keepIn(ACCOUNT, store);
        }
        return budget;
    }

    /** As far as a test can be killed. */
    private static final class Killed extends Error {}
}
