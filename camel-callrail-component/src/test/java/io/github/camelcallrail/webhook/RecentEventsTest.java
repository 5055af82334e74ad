package io.github.camelcallrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.sandbox.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events are copies. */
@Timeout(30)
class RecentEventsTest {

    private static final Runnable NOTHING = () -> {};

    private final SettableClock clock = new SettableClock(ApiTesting.NOW);
    private final RecentEvents recent = new RecentEvents(clock);

    private boolean accepts(String event, Runnable work) {
        String[] parts = event.split(" ");
        return recent.acceptOnce(
                EventKind.find(parts[0]).orElseThrow(),
                Optional.of(parts[1]).filter(id -> !id.equals("-")),
                parts[2].getBytes(StandardCharsets.UTF_8),
                work);
    }

    @ParameterizedTest
    @CsvSource({
        // events as kind, record and body, separated by commas; those that are dropped, by number
        "'post-call CAL1 a, post-call CAL1 a', 2",
        "'post-call CAL1 a, post-call CAL1 b, post-call CAL1 a', 3",
        "'post-call CAL1 a, post-call CAL2 a', ",
        "'post-call CAL1 a, routing-complete CAL1 a', ",
        "'post-call - a, post-call - a', 2",
        "'call-modified CAL1 a, call-modified CAL1 a', 2",
        // A change, another one, and the first one again: the other one was undone.
        "'call-modified CAL1 a, call-modified CAL1 b, call-modified CAL1 a', ",
        "'call-modified CAL1 a, call-modified CAL1 b, call-modified CAL1 a, call-modified CAL1 a', 4",
        "'outbound-call-modified CAL1 a, outbound-call-modified CAL1 b, outbound-call-modified CAL1 a', ",
        "'call-modified CAL1 a, call-modified CAL2 b, call-modified CAL1 a', 3",
        "'call-modified CAL1 a, post-call CAL1 b, call-modified CAL1 a', ",
        "'call-modified CAL1 a, call-modified CAL1 b, call-modified CAL1 b, call-modified CAL1 a', 3",
        "'call-modified - a, call-modified - b, call-modified - a', 3"
    })
    void copiesAreDropped(String events, String dropped) {
        List<String> copies = new ArrayList<>();
        String[] all = events.split(", ");
        for (int number = 1; number <= all.length; number++) {
            List<String> done = new ArrayList<>();
            if (!accepts(all[number - 1], () -> done.add("done"))) {
                copies.add(String.valueOf(number));
                assertThat(done).isEmpty();
            } else {
                assertThat(done).hasSize(1);
            }
        }
        assertThat(String.join(" ", copies)).isEqualTo(dropped == null ? "" : dropped);
    }

    @Test
    void aCopyIsAcceptedAfterAnHour() {
        assertThat(accepts("post-call CAL1 a", NOTHING)).isTrue();
        clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(accepts("post-call CAL1 a", NOTHING)).isFalse();

        clock.advance(Duration.ofMillis(1));

        assertThat(accepts("post-call CAL1 a", NOTHING)).isTrue();
        assertThat(accepts("post-call CAL1 a", NOTHING))
                .as("an hour since the last one")
                .isFalse();
    }

    @Test
    void whatFailedIsNotRemembered() {
        assertThatThrownBy(() -> accepts("post-call CAL1 a", () -> {
                    throw new IllegalStateException("told to fail");
                }))
                .hasMessage("told to fail");

        assertThat(accepts("post-call CAL1 a", NOTHING)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCopyThatComesMeanwhileWaitsForTheOutcome(boolean succeeds) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        List<String> done = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> first = threads.submit(() -> accepts("post-call CAL1 a", () -> {
                begun.countDown();
                await(released);
                if (!succeeds) {
                    throw new IllegalStateException("told to fail");
                }
            }));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            Thread[] waiting = new Thread[1];
            CountDownLatch submitted = new CountDownLatch(1);
            Future<Boolean> copy = threads.submit(() -> {
                waiting[0] = Thread.currentThread();
                submitted.countDown();
                return accepts("post-call CAL1 a", () -> done.add("copy"));
            });
            assertThat(submitted.await(20, TimeUnit.SECONDS)).isTrue();
            Awaitility.await().until(() -> waiting[0].getState() == Thread.State.WAITING);
            assertThat(accepts("post-call CAL2 a", NOTHING))
                    .as("others do not wait")
                    .isTrue();
            assertThat(copy.isDone()).isFalse();

            released.countDown();

            assertThat(copy.get(20, TimeUnit.SECONDS)).isEqualTo(!succeeds);
            assertThat(done).hasSize(succeeds ? 0 : 1);
            Awaitility.await().until(first::isDone);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void tenThousandAreRemembered() {
        for (int number = 0; number <= RecentEvents.MOST; number++) {
            accepts("post-call CAL" + number + " a", NOTHING);
        }

        assertThat(accepts("post-call CAL1 a", NOTHING))
                .as("the oldest of ten thousand")
                .isFalse();
        assertThat(accepts("post-call CAL0 a", NOTHING)).as("the one before").isTrue();
    }
}
