package io.github.camelcallrail.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every budget promises, whatever it counts in. */
abstract class RequestBudgetContract {

    static final Instant TEN = Instant.parse("2026-03-01T10:00:30Z");
    static final String ACCOUNT = "ACC1";

    /** One of those who count together: the same one or another each time. */
    abstract RequestBudget budget();

    /** Begins with nothing counted. */
    abstract void reset();

    abstract int schedules();

    @Test
    void grantsWhatTheHourAllowsAndSaysWhenThereIsMore() {
        Limits limits = new Limits(3, 100);
        assertThat(take(limits, TEN)).isEmpty();
        assertThat(take(limits, TEN.plusSeconds(40))).isEmpty();
        assertThat(take(limits, TEN.plusSeconds(1_000))).isEmpty();

        assertThat(take(limits, TEN.plusSeconds(1_000))).contains(at("11:01:00"));
        assertThat(take(limits, at("11:00:59.999"))).contains(at("11:01:00"));
        assertThat(take(limits, at("11:01:00"))).isEmpty();
        assertThat(take(limits, at("11:01:00"))).contains(at("11:02:00"));
    }

    @Test
    void grantsWhatTheDayAllowsAndSaysWhenThereIsMore() {
        Limits limits = new Limits(2, 3);
        assertThat(take(limits, TEN)).isEmpty();
        assertThat(take(limits, TEN.plus(Duration.ofHours(5)))).isEmpty();
        assertThat(take(limits, TEN.plus(Duration.ofHours(5)))).isEmpty();

        Instant tomorrow = at("10:01:00").plus(Duration.ofDays(1));
        assertThat(take(limits, TEN.plus(Duration.ofHours(9)))).contains(tomorrow);
        assertThat(take(limits, tomorrow.minusMillis(1))).contains(tomorrow);
        assertThat(take(limits, tomorrow)).isEmpty();
    }

    @Test
    void lowerLimitsLeaveTheRestToOthers() {
        Limits low = new Limits(2, 100);
        Limits high = new Limits(5, 100);

        assertThat(granted(low, TEN, 10)).isEqualTo(2);
        assertThat(granted(high, TEN, 10)).isEqualTo(3);
        assertThat(take(low, TEN)).contains(at("11:01:00"));
    }

    @Test
    void accountsHaveNothingToDoWithOneAnother() {
        Limits limits = new Limits(1, 10);
        for (String account : List.of("ACC1", "ACC2", "")) {
            assertThat(budget().take(account, limits, TEN)).isEmpty();
            assertThat(budget().take(account, limits, TEN)).isPresent();
        }
    }

    @Test
    void anEarlierTimeCountsAsTheLatestThatWasTold() {
        Limits limits = new Limits(2, 10);
        assertThat(take(limits, TEN)).isEmpty();
        assertThat(take(limits, at("10:59:59"))).isEmpty();

        assertThat(take(limits, at("09:59:59"))).contains(at("11:01:00"));
        assertThat(take(limits, at("11:01:00"))).isEmpty();
        assertThat(take(limits, at("11:00:00"))).contains(at("12:00:00"));
    }

    @Test
    void anEarlierTimeCountsAsTheLatestEvenIfNothingWasGrantedThen() {
        Limits two = new Limits(2, 10);
        assertThat(granted(two, TEN, 2)).isEqualTo(2);
        assertThat(take(new Limits(2, 2), at("11:30:00"))).isPresent();

        assertThat(take(two, TEN.plusSeconds(1_860))).isEmpty();
        assertThat(take(two, at("12:30:59"))).isEmpty();
        assertThat(take(two, at("12:30:59"))).contains(at("12:31:00"));
    }

    @Test
    void aClockThatWasAheadBlocksNobodyUntilThen() {
        Limits limits = new Limits(3, 5);
        Instant aYearOn = TEN.plus(Duration.ofDays(365));
        assertThat(granted(limits, TEN, 1)).isEqualTo(1);
        assertThat(granted(limits, aYearOn, 10)).isEqualTo(3);

        assertThat(take(limits, TEN.plusSeconds(60))).contains(at("11:02:00"));
        assertThat(granted(limits, at("11:02:00"), 10)).isEqualTo(2);
        assertThat(take(limits, at("13:00:00"))).contains(at("10:02:00").plus(Duration.ofDays(1)));
    }

    @Test
    void whatOthersSentLatelyCountsAsSentNow() {
        Limits limits = new Limits(10, 100);
        granted(limits, TEN, 4);
        budget().raise(ACCOUNT, 7, 0, at("10:30:00"));

        assertThat(granted(limits, at("10:30:00"), 10)).isEqualTo(3);
        assertThat(granted(limits, at("11:01:00"), 10)).isEqualTo(4);
        assertThat(take(limits, at("11:01:00"))).contains(at("11:31:00"));
    }

    @Test
    void whatOthersSentBeforeTheHourCountsInTheDayOnly() {
        Limits limits = new Limits(10, 20);
        granted(limits, TEN, 2);
        budget().raise(ACCOUNT, 3, 15, at("10:30:00"));

        assertThat(granted(limits, at("10:30:00"), 20)).isEqualTo(5);
        assertThat(take(limits, at("10:30:00"))).contains(at("09:30:00").plus(Duration.ofDays(1)));
    }

    @Test
    void aCountThatIsNotHigherChangesNothing() {
        Limits limits = new Limits(10, 20);
        granted(limits, TEN, 6);
        budget().raise(ACCOUNT, 6, 6, TEN);
        budget().raise(ACCOUNT, 2, 0, TEN);
        budget().raise(ACCOUNT, -1, Integer.MIN_VALUE, TEN);

        assertThat(granted(limits, TEN, 20)).isEqualTo(4);
    }

    @Test
    void aCountThatIsFarTooHighEndsLikeAnyOther() {
        budget().raise(ACCOUNT, Integer.MAX_VALUE, Integer.MAX_VALUE, TEN);
        Limits most = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(take(most, TEN)).contains(at("10:01:00").plus(Duration.ofDays(1)));
        assertThat(take(most, at("10:01:00").plus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void atRandomTimesNothingIsGrantedTooEarlyNorAMinuteTooLate() {
        int refused = 0;
        for (int seed = 0; seed < schedules(); seed++) {
            reset();
            RandomSchedule schedule = new RandomSchedule(seed);
            schedule.ask(this::budget);
            refused += schedule.refused();
        }
        assertThat(refused).as("times that it mattered").isGreaterThan(20 * schedules());
    }

    @Test
    void ofManyWhoAskAtOnceNoneGetsTooMany() throws Exception {
        assertThat(grantedAtOnce(8, 25, new Limits(60, 1_000))).isEqualTo(60);
        assertThat(take(new Limits(60, 1_000), TEN)).isPresent();
    }

    @Test
    void nullIsRefused() {
        Limits limits = Limits.CALLRAILS_OWN;
        assertThatNullPointerException().isThrownBy(() -> budget().take(null, limits, TEN));
        assertThatNullPointerException().isThrownBy(() -> budget().take(ACCOUNT, null, TEN));
        assertThatNullPointerException().isThrownBy(() -> budget().take(ACCOUNT, limits, null));
        assertThatNullPointerException().isThrownBy(() -> budget().raise(null, 1, 1, TEN));
        assertThatNullPointerException().isThrownBy(() -> budget().raise(ACCOUNT, 1, 1, null));
    }

    Optional<Instant> take(Limits limits, Instant now) {
        return budget().take(ACCOUNT, limits, now);
    }

    /** How many of so many are granted. */
    int granted(Limits limits, Instant now, int asked) {
        return granted(budget(), limits, now, asked);
    }

    static int granted(RequestBudget budget, Limits limits, Instant now, int asked) {
        int granted = 0;
        for (int i = 0; i < asked; i++) {
            granted += budget.take(ACCOUNT, limits, now).isEmpty() ? 1 : 0;
        }
        return granted;
    }

    int grantedAtOnce(int threads, int each, Limits limits) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Integer>> askers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                askers.add(() -> granted(limits, TEN, each));
            }
            int granted = 0;
            for (Future<Integer> asker : executor.invokeAll(askers)) {
                granted += asker.get();
            }
            return granted;
        } finally {
            executor.shutdownNow();
        }
    }

    static Instant at(String time) {
        return Instant.parse("2026-03-01T" + time + "Z");
    }
}
