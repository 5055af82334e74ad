package io.github.camelcallrail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Permits for connections. */
@Timeout(20)
class ConnectionPermitsTest {

    private final ConnectionPermits permits = new ConnectionPermits(2);

    private Optional<ConnectionPermits.Permit> now() {
        return permits.acquire(Duration.ZERO, () -> true);
    }

    @Test
    void thereAreAsManyAsConnections() {
        ConnectionPermits.Permit first = now().orElseThrow();
        now().orElseThrow();
        assertThat(now()).isEmpty();

        first.close();
        first.close();

        assertThat(now()).isPresent();
        assertThat(now()).isEmpty();
    }

    @Test
    void whoIsNotWantedAnyMoreGetsNone() {
        now();
        now();
        AtomicInteger looks = new AtomicInteger();

        assertThat(permits.acquire(Duration.ofDays(1), () -> looks.incrementAndGet() < 2))
                .isEmpty();
        assertThat(looks).hasValue(2);
    }

    @Test
    void whoIsInterruptedGetsNoneAndStaysInterrupted() {
        now();
        now();
        Thread.currentThread().interrupt();

        assertThat(permits.acquire(Duration.ofDays(1), () -> true)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whoNeedNotWaitIsNotAskedWhetherItIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(permits.acquire(Duration.ofDays(1), () -> false)).isPresent();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void itIsGivenToTheFirstThatWaits() throws Exception {
        ConnectionPermits.Permit first = now().orElseThrow();
        now();
        Thread waiting = new Thread(() -> permits.acquire(Duration.ofMinutes(1), () -> true));
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        first.close();

        // A second that comes now must not overtake it.
        assertThat(now()).isEmpty();
        waiting.join();
        assertThat(now()).isEmpty();
    }
}
