package io.github.camelcallrail.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AccountPausesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String ACCOUNT = "ACC1";

    /** Jitter of nothing. */
    private final AccountPauses pauses = new AccountPauses(always(0.5));

    @Test
    void nobodyPausesBeforeARefusal() {
        assertThat(pauses.until(ACCOUNT, NOW)).isEmpty();
        pauses.answered(ACCOUNT);
        assertThat(pauses.until(ACCOUNT, NOW)).isEmpty();
    }

    @Test
    void aPauseIsInForceUntilItsEndAndForItsAccountOnly() {
        Instant end = refused(NOW);

        assertThat(end).isEqualTo(NOW.plusSeconds(5));
        assertThat(pauses.until(ACCOUNT, NOW)).contains(end);
        assertThat(pauses.until(ACCOUNT, end.minusNanos(1))).contains(end);
        assertThat(pauses.until(ACCOUNT, end)).isEmpty();
        assertThat(pauses.until("ACC2", NOW)).isEmpty();
    }

    @Test
    void refusalsInARowDoubleThePauseUpToTenMinutes() {
        Instant now = NOW;
        for (int seconds : new int[] {5, 10, 20, 40, 80, 160, 320, 600, 600, 600}) {
            Instant end = refused(now);
            assertThat(Duration.between(now, end)).hasSeconds(seconds);
            now = end.plusSeconds(3);
        }
        for (int i = 0; i < 100; i++) {
            now = refused(now);
        }
        assertThat(refused(now)).isEqualTo(now.plusSeconds(600));
    }

    @Test
    void anAnswerEndsTheGrowthButNotThePause() {
        Instant end = refused(refused(NOW));
        pauses.answered(ACCOUNT);

        assertThat(pauses.until(ACCOUNT, end.minusSeconds(1))).contains(end);
        assertThat(refused(end)).isEqualTo(end.plusSeconds(5));
    }

    @Test
    void refusalsDuringAPauseAreOneStep() {
        Instant end = refused(NOW);
        for (int i = 0; i < 10; i++) {
            assertThat(refused(NOW.plusMillis(400 * i))).isEqualTo(end);
        }
        assertThat(refused(end)).isEqualTo(end.plusSeconds(10));
    }

    @Test
    void callRailsWordIsThePauseWithinBounds() {
        assertThat(refused(NOW, 90)).isEqualTo(NOW.plusSeconds(90));
        pauses.answered(ACCOUNT);
        Instant later = NOW.plusSeconds(100);
        assertThat(refused(later, 0)).isEqualTo(later.plusSeconds(1));
        pauses.answered(ACCOUNT);
        later = later.plusSeconds(100);
        assertThat(refused(later, -86_400)).isEqualTo(later.plusSeconds(1));
        pauses.answered(ACCOUNT);
        later = later.plusSeconds(100);
        assertThat(refused(later, 86_400)).isEqualTo(later.plusSeconds(3_600));
    }

    @Test
    void whoWaitedAsToldAndIsRefusedAgainWaitsForTheGrowthToo() {
        Instant now = NOW;
        for (int seconds : new int[] {1, 10, 20, 40, 80}) {
            Instant end = refused(now, 1);
            assertThat(Duration.between(now, end)).hasSeconds(seconds);
            now = end;
        }
        assertThat(refused(now, 1_000)).isEqualTo(now.plusSeconds(1_000));
    }

    @Test
    void theLaterOfTwoPausesCounts() {
        refused(NOW);
        assertThat(refused(NOW.plusSeconds(1), 60)).isEqualTo(NOW.plusSeconds(61));
        assertThat(refused(NOW.plusSeconds(2), 1)).isEqualTo(NOW.plusSeconds(61));
        assertThat(refused(NOW.plusSeconds(3))).isEqualTo(NOW.plusSeconds(61));
        assertThat(pauses.until(ACCOUNT, NOW.plusSeconds(4))).contains(NOW.plusSeconds(61));
    }

    @Test
    void aClockThatIsPutBackLengthensNoPause() {
        refused(NOW);
        assertThat(pauses.until(ACCOUNT, NOW.plusSeconds(2))).contains(NOW.plusSeconds(5));
        Instant back = NOW.minusSeconds(86_400);

        assertThat(pauses.until(ACCOUNT, back)).contains(back.plusSeconds(3));
        assertThat(pauses.until(ACCOUNT, back.minusSeconds(60))).contains(back.minusSeconds(57));
        assertThat(pauses.until(ACCOUNT, back.minusSeconds(57))).isEmpty();
    }

    @Test
    void aClockThatIsPutBackAfterAPauseBringsNoneBack() {
        Instant end = refused(NOW);
        assertThat(pauses.until(ACCOUNT, end.plusSeconds(1))).isEmpty();

        assertThat(pauses.until(ACCOUNT, NOW.minusSeconds(60))).isEmpty();
        assertThat(refused(NOW.minusSeconds(60))).isEqualTo(NOW.minusSeconds(50));
    }

    @Test
    void aPauseIsAQuarterLongerOrShorterAtMost() {
        assertThat(new AccountPauses(always(0)).refused(ACCOUNT, Optional.empty(), NOW))
                .isEqualTo(NOW.plusMillis(3_750));
        assertThat(new AccountPauses(always(1)).refused(ACCOUNT, Optional.empty(), NOW))
                .isEqualTo(NOW.plusMillis(6_250));
        assertThat(new AccountPauses(new Random(1)).refused(ACCOUNT, Optional.empty(), NOW))
                .isNotEqualTo(new AccountPauses(new Random(2)).refused(ACCOUNT, Optional.empty(), NOW));
    }

    @Test
    void manyRefusedAtOnceAreOneStep() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 200; i++) {
                executor.submit(() -> refused(NOW));
                executor.submit(() -> pauses.until(ACCOUNT, NOW));
            }
        } finally {
            executor.shutdown();
        }
        assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(refused(NOW.plusSeconds(5))).isEqualTo(NOW.plusSeconds(15));
    }

    @Test
    void nullIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> pauses.refused(null, Optional.empty(), NOW));
        assertThatNullPointerException().isThrownBy(() -> pauses.refused(ACCOUNT, Optional.empty(), null));
        assertThatNullPointerException().isThrownBy(() -> pauses.answered(null));
        assertThatNullPointerException().isThrownBy(() -> pauses.until(null, NOW));
        assertThatNullPointerException().isThrownBy(() -> pauses.until(ACCOUNT, null));
        assertThatNullPointerException().isThrownBy(() -> new AccountPauses(null));
    }

    private Instant refused(Instant now) {
        return pauses.refused(ACCOUNT, Optional.empty(), now);
    }

    private Instant refused(Instant now, int retryAfterSeconds) {
        return pauses.refused(ACCOUNT, Optional.of(now.plusSeconds(retryAfterSeconds)), now);
    }

    /** Between 0 and 1, of which a generator gives only less than 1. */
    private static RandomGenerator always(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException("only doubles are asked for");
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }
}
