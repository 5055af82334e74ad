package io.github.camelcallrail.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.sandbox.SettableClock;
import io.github.camelcallrail.webhook.SigningKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long companies are known, and whose keys are looked up in which account. */
class KnownCompaniesTest {

    private static final Source FIRST = new Source("ACC1", Optional.of("COM1"));
    private static final Source SECOND = new Source("ACC2", Optional.of("COM2"));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T12:00:00Z"));
    private final List<String> asked = new ArrayList<>();
    /** What CallRail answers; null for a failure. */
    private List<Source> answer = List.of(FIRST);

    private final KnownCompanies companies = new KnownCompanies(this::lookUp, clock);

    private List<Source> lookUp() {
        asked.add("companies");
        if (answer == null) {
            throw CallRailFailure.of(FailureKind.UNAVAILABLE, "CallRail is down");
        }
        return answer;
    }

    private void fails(String message) {
        assertThatThrownBy(companies::get).isInstanceOf(CallRailFailure.class).hasMessage(message);
    }

    @Test
    void theyAreLookedUpOnceAnHour() {
        assertThat(companies.get()).containsExactly(FIRST);
        answer = List.of(FIRST, SECOND);
        clock.advance(Duration.ofMinutes(59));
        assertThat(companies.ids()).containsExactly("COM1");
        assertThat(companies.account("COM2")).isEmpty();
        assertThat(asked).hasSize(1);

        clock.advance(Duration.ofMinutes(1));

        assertThat(companies.ids()).containsExactly("COM1", "COM2");
        assertThat(companies.account("COM2")).contains("ACC2");
        assertThat(companies.account("COM3")).isEmpty();
        assertThat(asked).hasSize(2);
    }

    @Test
    void aFailureKeepsThoseThatWereKnownForAnotherHour() {
        companies.get();
        answer = null;
        clock.advance(Duration.ofHours(1));

        assertThat(companies.get()).containsExactly(FIRST);
        assertThat(companies.get()).containsExactly(FIRST);
        assertThat(asked).hasSize(2);

        answer = List.of(SECOND);
        clock.advance(Duration.ofHours(1));
        assertThat(companies.get()).containsExactly(SECOND);
    }

    @Test
    void whileNoneAreKnownTheyAreLookedUpEveryTenSeconds() {
        answer = null;
        fails("CallRail is down");
        clock.advance(Duration.ofSeconds(9));
        fails("CallRail is down");
        assertThat(asked).hasSize(1);

        answer = List.of(FIRST);
        clock.advance(Duration.ofSeconds(1));

        assertThat(companies.get()).containsExactly(FIRST);
    }

    @Test
    void noCompaniesAreAnAnswerToo() {
        answer = List.of();

        assertThat(companies.ids()).isEmpty();
        companies.get();
        assertThat(asked).hasSize(1);
    }

    @Test
    void theKeyOfACompanyIsLookedUpInItsAccount() {
        answer = List.of(FIRST, SECOND);
        AccountSigningKeys keys = new AccountSigningKeys(companies, this::keysOf);

        assertThat(keys.key("COM2")).contains("key of COM2 in ACC2");
        assertThat(keys.refreshed("COM2")).contains("new key of COM2 in ACC2");
        assertThat(keys.key("COM1")).contains("key of COM1 in ACC1");
        assertThat(keys.key("COM3")).isEmpty();
        assertThat(keys.refreshed("COM3")).isEmpty();
        assertThat(asked).as("one object for each account").containsExactly("companies", "ACC2", "ACC1");
    }

    @Test
    void aKeyIsNotWrongWhileTheCompaniesAreUnknown() {
        answer = null;
        AccountSigningKeys keys = new AccountSigningKeys(companies, this::keysOf);

        assertThatThrownBy(() -> keys.key("COM1")).isInstanceOf(CallRailFailure.class);
        assertThatThrownBy(() -> keys.refreshed("COM1")).isInstanceOf(CallRailFailure.class);
    }

    private SigningKeys keysOf(String account) {
        asked.add(account);
        return new SigningKeys() {
            @Override
            public Optional<String> key(String companyId) {
                return Optional.of("key of " + companyId + " in " + account);
            }

            @Override
            public Optional<String> refreshed(String companyId) {
                return Optional.of("new key of " + companyId + " in " + account);
            }
        };
    }
}
