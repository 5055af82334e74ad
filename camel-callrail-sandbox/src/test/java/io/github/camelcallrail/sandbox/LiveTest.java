package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveTest {

    private static final Instant NOW = Instant.parse("2026-05-20T18:00:00Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final Map<Duration, Runnable> scheduled = new LinkedHashMap<>();
    private boolean ended;

    private CallRailSandbox.Builder builder() {
        return CallRailSandbox.builder().clock(clock).schedule((interval, changes) -> {
            scheduled.put(interval, changes);
            return () -> ended = true;
        });
    }

    @Test
    void eachRunAddsACallThatHasEndedAndEditsAnother() {
        try (CallRailSandbox sandbox = builder().live(Duration.ofMinutes(1)).start()) {
            Runnable changes = scheduled.get(Duration.ofMinutes(1));
            for (int run = 0; run < 20; run++) {
                Map<String, Map<String, Object>> before = calls(sandbox);
                clock.advance(Duration.ofMinutes(1));

                changes.run();

                Map<String, Map<String, Object>> after = calls(sandbox);
                Set<String> added = new HashSet<>(after.keySet());
                added.removeAll(before.keySet());
                assertThat(added).hasSize(1);
                Map<String, Object> call = after.get(added.iterator().next());
                Instant began = Times.instant("start_time", call.get("start_time"));
                assertThat(began.plusSeconds(((Number) call.get("duration")).longValue()))
                        .isEqualTo(clock.instant());
                assertThat(call.keySet())
                        .containsAll(before.values().iterator().next().keySet());
                List<String> edited = before.keySet().stream()
                        .filter(id -> !before.get(id).equals(after.get(id)))
                        .toList();
                assertThat(edited).hasSize(1);
            }
        }
    }

    @Test
    void aRequestServesTheChange() {
        try (CallRailSandbox sandbox =
                builder().empty().live(Duration.ofSeconds(5)).start()) {
            scheduled.get(Duration.ofSeconds(5)).run();
            clock.advance(Duration.ofMinutes(1));

            assertThat(new Client(sandbox).get("calls.json").each("calls", "id"))
                    .isEqualTo(sandbox.data().ids("calls"))
                    .hasSize(1);
        }
    }

    @Test
    void itEndsWithTheSandboxAndSurvivesThatEveryAccountIsRemoved() {
        try (CallRailSandbox sandbox =
                builder().empty().live(Duration.ofSeconds(5)).start()) {
            Runnable changes = scheduled.get(Duration.ofSeconds(5));
            sandbox.data().remove("accounts", sandbox.accountId());
            changes.run();
            sandbox.reset();
            changes.run();
            assertThat(sandbox.data().ids("calls")).hasSize(1);
            assertThat(ended).isFalse();
        }
        assertThat(ended).isTrue();
    }

    @Test
    void itIsOffUnlessWanted() {
        builder().start().close();
        assertThat(scheduled).isEmpty();
        assertThatThrownBy(() -> builder().live(Duration.ZERO)).hasMessageContaining("positive");
    }

    @Test
    void theScheduleOfTheMachineRunsUntilItIsEnded() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        Runnable end = LiveSchedule.onThread(Duration.ofMillis(1), runs::countDown);
        assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        end.run();
    }

    private static Map<String, Map<String, Object>> calls(CallRailSandbox sandbox) {
        Map<String, Map<String, Object>> calls = new LinkedHashMap<>();
        sandbox.data().rows("calls").forEach(call -> calls.put(call.get("id").toString(), call));
        return calls;
    }
}
