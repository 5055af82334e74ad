package io.github.camelcallrail.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefreshWatchTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T16:00:00Z"));
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger readings = new AtomicInteger();

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    static Stream<Arguments> failures() {
        Instant told = Instant.parse("2026-03-15T16:00:20Z");
        return Stream.of(
                Arguments.of(new StackOverflowError("told to fail"), 60),
                Arguments.of(new IllegalStateException("told to fail"), 60),
                Arguments.of(CallRailFailure.of(FailureKind.STORAGE, "told to fail"), 60),
                Arguments.of(CallRailFailure.of(FailureKind.CONFLICT, "told to fail"), 2),
                Arguments.of(
                        CallRailFailure.of(FailureKind.RATE_LIMITED, "told to fail")
                                .retryingAt(told),
                        20));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void looksAgainSomeTimeAfterAFailure(Throwable failure, int seconds) throws Exception {
        RefreshWatch watch = new RefreshWatch(
                () -> {
                    if (looks.incrementAndGet() > 1) {
                        return true;
                    }
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) failure;
                },
                readings::incrementAndGet,
                clock,
                executor);
        watch.start();
        await().until(() -> looks.get() == 1);
        awaitLook();

        clock.advance(Duration.ofSeconds(seconds - 1));
        watch.signal();
        awaitLook();
        assertThat(readings).hasValue(0);

        clock.advance(Duration.ofSeconds(1));
        await().until(() -> readings.get() > 0);
    }

    @Test
    void manySignalsWhileItReadsNeedOneLook() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        RefreshWatch watch = new RefreshWatch(
                () -> {
                    begun.countDown();
                    return true;
                },
                () -> {
                    readings.incrementAndGet();
                    awaitOrFail(released);
                },
                clock,
                executor);
        watch.signal();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        for (int request = 0; request < 100; request++) {
            watch.signal();
        }
        released.countDown();
        awaitLook();

        assertThat(readings).hasValue(2);
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the look that runs has ended: the executor has one thread. */
    private void awaitLook() throws Exception {
        executor.submit(() -> {}).get();
    }
}
