package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who makes the invented calls. */
class CallersTest {

    private static final Instant NOW = Instant.parse("2026-05-20T18:00:00Z");

    private static CallRailSandbox.Builder builder() {
        return CallRailSandbox.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aboutHalfOfThemCallForTheFirstTime() {
        try (CallRailSandbox sandbox = builder().start()) {
            List<Map<String, Object>> calls = calls(sandbox);
            assertThat(firstCalls(calls)).isBetween(0.4, 0.7);
            assertThat(firstCalls(calls.subList(calls.size() - 300, calls.size())))
                    .isBetween(0.4, 0.7);
        }
    }

    @Test
    void aNumberBelongsToOnePersonWhoCallsForTheFirstTimeOnce() {
        Map<String, String> people = new HashMap<>();
        Map<String, Integer> before = new HashMap<>();
        try (CallRailSandbox sandbox = builder().start()) {
            for (Map<String, Object> call : calls(sandbox)) {
                String person = call.get("person_id").toString();
                int prior = before.merge(person, 1, Integer::sum) - 1;
                assertThat(call.get("prior_calls")).isEqualTo(prior);
                assertThat(call.get("total_calls")).isEqualTo(prior + 1);
                assertThat(call.get("first_call")).isEqualTo(prior == 0);
                String number = call.get("customer_phone_number").toString();
                if (!number.equals(LiveDataQuirks.ANONYMOUS)) {
                    assertThat(number).matches("\\+1\\d{3}55501\\d\\d");
                    assertThat(people.merge(number, person, (one, other) -> one))
                            .isEqualTo(person);
                }
            }
        }
    }

    @Test
    void aTestThatSaysWhoCallsMeansSomebodyKnown() {
        try (CallRailSandbox sandbox = builder().empty().start()) {
            sandbox.data().generate("calls", 1, NOW.minusSeconds(60), NOW);
            for (int i = 0; i < 20; i++) {
                sandbox.data().add("calls", Map.of("start_time", NOW, "first_call", false));
            }
            assertThat(calls(sandbox).stream().skip(1).map(call -> call.get("first_call")))
                    .containsOnly(false);
        }
    }

    private static double firstCalls(List<Map<String, Object>> calls) {
        return (double) calls.stream()
                        .filter(call -> Boolean.TRUE.equals(call.get("first_call")))
                        .count()
                / calls.size();
    }

    private static List<Map<String, Object>> calls(CallRailSandbox sandbox) {
        return sandbox.data().ids("calls").stream()
                .map(id -> sandbox.data().record("calls", id))
                .toList();
    }
}
