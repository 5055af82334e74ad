package io.github.camelcallrail.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Renewed after 3 s, taken over after 10 s; the clocks of the two processes do not agree. */
class DispatchLeaseTest {

    private static final Instant OURS = Instant.parse("2026-03-10T12:00:00Z");
    private static final Instant THEIRS = Instant.parse("2026-03-09T07:00:00Z");
    private static final String KEY = "inbox/calls/lease";

    private final MemoryStates states = new MemoryStates();
    private final DispatchLease ours = new DispatchLease(states, KEY, DispatchTimes.DEFAULT);
    private final DispatchLease theirs = new DispatchLease(states, KEY, DispatchTimes.DEFAULT);
    private Duration passed = Duration.ZERO;

    @Test
    void theFirstHoldsItAsLongAsItRenewsIt() {
        keepBoth();
        for (int i = 0; i < 60; i++) {
            passed = passed.plusSeconds(1);
            keepBoth();
            assertThat(ours.held(OURS.plus(passed))).isTrue();
            assertThat(theirs.held(THEIRS.plus(passed))).isFalse();
        }
        assertThat(states.values.get(KEY)).as("renewed every 3 seconds").endsWith(" 21");
    }

    @Test
    void isTakenOverWhenItWasSeenUnchangedForTenSeconds() {
        keepBoth();
        theirs.keep(THEIRS.plusMillis(9_999));
        assertThat(theirs.held(THEIRS.plusMillis(9_999))).isFalse();
        assertThat(ours.held(OURS.plusMillis(9_999))).isTrue();

        theirs.keep(THEIRS.plusSeconds(10));

        assertThat(theirs.held(THEIRS.plusSeconds(10))).isTrue();
        assertThat(ours.held(OURS.plusSeconds(10))).as("without a look").isFalse();
        ours.keep(OURS.plusSeconds(11));
        assertThat(ours.held(OURS.plusSeconds(11))).isFalse();
        assertThat(theirs.held(THEIRS.plusSeconds(11))).isTrue();
    }

    @Test
    void whoeverPausedForLongHoldsItAgainIfNobodyTookIt() {
        ours.keep(OURS);

        ours.keep(OURS.plusSeconds(3_600));

        assertThat(ours.held(OURS.plusSeconds(3_600))).isTrue();
    }

    @Test
    void isFreeAtOnceWhenItIsReleased() {
        keepBoth();
        ours.release();
        assertThat(ours.held(OURS)).isFalse();

        theirs.keep(THEIRS);

        assertThat(theirs.held(THEIRS)).isTrue();
        ours.release();
        assertThat(theirs.held(THEIRS)).isTrue();
        assertThat(states.values.get(KEY)).isNotEqualTo("free");
    }

    @Test
    void aLostResponseToARenewalDoesNotLoseIt() {
        ours.keep(OURS);
        String written = states.values.get(KEY).replaceAll(" 1$", " 2");
        states.down = true;
        assertThatIllegalStateException().isThrownBy(() -> ours.keep(OURS.plusSeconds(3)));
        assertThat(ours.held(OURS.plusSeconds(3))).isTrue();
        states.values.put(KEY, written);
        states.down = false;

        ours.keep(OURS.plusSeconds(4));

        assertThat(ours.held(OURS.plusSeconds(13))).isTrue();
    }

    @Test
    void isNotHeldForLongerThanItCanBeRenewed() {
        ours.keep(OURS);
        states.down = true;
        assertThatIllegalStateException().isThrownBy(() -> ours.keep(OURS.plusSeconds(9)));

        assertThat(ours.held(OURS.plusSeconds(10))).isFalse();
    }

    @Test
    void anyTextThatDoesNotChangeIsTakenOver() {
        states.values.put(KEY, "damaged");
        ours.keep(OURS);
        assertThat(ours.held(OURS)).isFalse();

        ours.keep(OURS.plusSeconds(10));

        assertThat(ours.held(OURS.plusSeconds(10))).isTrue();
    }

    private void keepBoth() {
        ours.keep(OURS.plus(passed));
        theirs.keep(THEIRS.plus(passed));
    }
}
