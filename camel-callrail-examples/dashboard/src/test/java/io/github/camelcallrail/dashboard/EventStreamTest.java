package io.github.camelcallrail.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final Instant NOW = Instant.parse("2026-05-20T18:00:00Z");
    private static final String FIRST = "event: state\ndata: {\"at\":\"2026-05-20T18:00:00Z\",\"state\":{\"n\":0}}\n\n";

    private final SettableClock clock = new SettableClock(NOW);
    private int value;
    private int reads;
    private boolean broken;
    private final EventStream events = new EventStream(
            period -> {
                reads++;
                if (broken) {
                    throw new IllegalStateException("told to fail");
                }
                return "{\"n\":" + value + "}";
            },
            clock,
            3);

    /** A browser that takes events or does not. */
    private static final class Page implements EventStream.Client {
        private final Period period;
        private final List<String> got = new ArrayList<>();
        private boolean busy;
        private boolean closed;

        Page(Period period) {
            this.period = period;
        }

        @Override
        public Period period() {
            return period;
        }

        @Override
        public boolean busy() {
            return busy;
        }

        @Override
        public void send(String text) {
            got.add(text);
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private Page open(Period period) {
        Page page = new Page(period);
        assertThat(events.add(page)).isTrue();
        return page;
    }

    @Test
    void aPageGetsTheStateAndThenOnlyWhatHasChanged() {
        Page page = open(Period.MONTH);
        events.tick();
        events.tick();
        value = 1;
        clock.advance(Duration.ofSeconds(1));
        events.tick();

        assertThat(page.got)
                .containsExactly(
                        "retry: 1000\n\n",
                        FIRST,
                        "event: state\ndata: {\"at\":\"2026-05-20T18:00:01Z\",\"state\":{\"n\":1}}\n\n");
    }

    @Test
    void tenThousandChangesBetweenTwoTicksAreOneEvent() {
        Page page = open(Period.MONTH);
        events.tick();
        value = 10_000;
        events.tick();

        assertThat(page.got).hasSize(3);
        assertThat(page.got.get(2)).contains("10000");
    }

    @Test
    void theStateIsReadOnceForAllPagesOfAPeriodAndNotWithoutPages() {
        events.tick();
        assertThat(reads).isZero();

        open(Period.MONTH);
        open(Period.MONTH);
        open(Period.WEEK);
        events.tick();

        assertThat(reads).isEqualTo(2);
    }

    @Test
    void silenceIsBrokenEveryFifteenSeconds() {
        Page page = open(Period.MONTH);
        events.tick();
        clock.advance(Duration.ofSeconds(14));
        events.tick();
        assertThat(page.got).hasSize(2);

        clock.advance(Duration.ofSeconds(1));
        events.tick();

        assertThat(page.got.get(2)).isEqualTo("event: unchanged\ndata: {\"at\":\"2026-05-20T18:00:15Z\"}\n\n");
    }

    @Test
    void nothingIsQueuedForASlowPageWhichIsClosedIfItTakesNothingForAMinute() {
        Page slow = open(Period.MONTH);
        Page other = open(Period.MONTH);
        events.tick();
        slow.busy = true;
        for (int i = 1; i <= 60; i++) {
            value = i;
            clock.advance(Duration.ofSeconds(1));
            events.tick();
        }
        assertThat(slow.got).hasSize(2);
        assertThat(other.got).hasSize(62);
        assertThat(slow.closed).isFalse();

        clock.advance(Duration.ofSeconds(1));
        events.tick();

        assertThat(slow.closed).isTrue();
        assertThat(events.clients()).isEqualTo(1);
    }

    @Test
    void aSlowPageThatRecoversGetsTheLatestState() {
        Page slow = open(Period.MONTH);
        events.tick();
        slow.busy = true;
        value = 1;
        events.tick();
        value = 2;
        slow.busy = false;
        events.tick();

        assertThat(slow.got).hasSize(3);
        assertThat(slow.got.get(2)).contains("\"n\":2");
    }

    @Test
    void onePageTooManyIsRefusedUntilAnotherGoes() {
        Page first = open(Period.MONTH);
        open(Period.MONTH);
        open(Period.MONTH);
        assertThat(events.add(new Page(Period.MONTH))).isFalse();

        events.remove(first);

        assertThat(events.add(new Page(Period.MONTH))).isTrue();
    }

    @Test
    void aStateThatCannotBeReadIsTriedAgainAtTheNextTick() {
        Page page = open(Period.MONTH);
        broken = true;
        events.tick();
        events.tick();
        broken = false;
        events.tick();

        assertThat(page.got).containsExactly("retry: 1000\n\n", FIRST);
    }

    @Test
    void closingEndsEveryConnection() {
        Page page = open(Period.MONTH);
        events.close();

        assertThat(page.closed).isTrue();
        assertThat(events.clients()).isZero();
    }
}
