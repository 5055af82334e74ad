package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-05-20T17:50:00Z"));

    private CallRailSandbox started(Quota quota) {
        return CallRailSandbox.builder()
                .clock(clock)
                .empty()
                .accounts(2)
                .quota(quota)
                .start();
    }

    private static int[] statuses(Client client, int count) {
        int[] statuses = new int[count];
        for (int i = 0; i < count; i++) {
            statuses[i] =
                    client.get(i % 2 == 0 ? "calls.json" : "companies.json").status();
        }
        return statuses;
    }

    @Test
    void aRollingHourEndsAnHourAfterEachRequest() {
        try (CallRailSandbox sandbox = started(Quota.of(3, 100))) {
            Client client = new Client(sandbox);
            assertThat(statuses(client, 2)).containsExactly(200, 200);
            clock.advance(Duration.ofMinutes(20));
            assertThat(statuses(client, 2)).containsExactly(200, 429);
            clock.advance(Duration.ofMinutes(40).minusMillis(1));
            assertThat(statuses(client, 1)).containsExactly(429);
            clock.advance(Duration.ofMillis(1));
            // Rejected requests count too: one of 18:10, one rejected then, one rejected just before, and this one.
            assertThat(statuses(client, 1)).containsExactly(429);
            clock.advance(Duration.ofMinutes(21));
            assertThat(statuses(client, 2)).containsExactly(200, 429);
        }
    }

    @Test
    void aClockHourEndsOnTheHour() {
        try (CallRailSandbox sandbox = started(new Quota(3, 6, Quota.Kind.CLOCK))) {
            Client client = new Client(sandbox);
            assertThat(statuses(client, 4)).containsExactly(200, 200, 200, 429);
            clock.set(Instant.parse("2026-05-20T17:59:59.999Z"));
            assertThat(statuses(client, 1)).containsExactly(429);
            clock.set(Instant.parse("2026-05-20T18:00:00Z"));
            assertThat(statuses(client, 2)).containsExactly(200, 429);
            clock.set(Instant.parse("2026-05-20T23:59:59.999Z"));
            assertThat(statuses(client, 1)).containsExactly(429);
            clock.set(Instant.parse("2026-05-21T00:00:00Z"));
            assertThat(statuses(client, 1)).containsExactly(200);
        }
    }

    @Test
    void aRollingDayEndsADayAfterEachRequest() {
        try (CallRailSandbox sandbox = started(Quota.of(100, 3))) {
            Client client = new Client(sandbox);
            assertThat(statuses(client, 3)).containsExactly(200, 200, 200);
            clock.advance(Duration.ofHours(24).minusMillis(1));
            assertThat(statuses(client, 1)).containsExactly(429);
            clock.advance(Duration.ofMillis(1));
            assertThat(statuses(client, 1)).containsExactly(200);
        }
    }

    @Test
    void countsPerAccountAndOnlyWhatHasAKeyAndAnAccount() {
        try (CallRailSandbox sandbox = started(Quota.of(1, 100))) {
            Client client = new Client(sandbox);
            String path = "/v3/a/" + sandbox.accountId() + "/calls.json";
            client.send("GET", path, "Token token=wrong");
            client.absolute("/v3/a.json");
            client.absolute("/v3/a/ACC" + "0".repeat(32) + "/calls.json");
            assertThat(client.absolute(path).status()).isEqualTo(200);
            Client.Reply refused = client.get("companies.json");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.body()).isEmpty();
            assertThat(refused.whole().headers().map()).doesNotContainKeys("retry-after", "x-rate-limit-hourly-used");
            assertThat(client.absolute("/v3/a/" + sandbox.accountIds().get(1) + "/calls.json")
                            .status())
                    .isEqualTo(200);
            sandbox.reset();
            assertThat(client.absolute(path).status()).isEqualTo(200);
        }
    }

    @Test
    void whatOthersUseIsNotLeft() {
        try (CallRailSandbox sandbox = started(Quota.of(5, 100))) {
            Client client = new Client(sandbox);
            sandbox.useQuota(sandbox.accountId(), 3);
            assertThat(statuses(client, 3)).containsExactly(200, 200, 429);
            clock.advance(Duration.ofHours(1));
            assertThat(statuses(client, 1)).containsExactly(200);
        }
    }
}
