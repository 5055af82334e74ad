package io.github.camelcallrail.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.Source;
import io.github.camelcallrail.sandbox.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownCompaniesTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-15T16:00:00Z"));
    private boolean down;
    private int lookups;

    private final KnownCompanies companies = new KnownCompanies(this::lookUp, clock);

    private List<Source> lookUp() {
        lookups++;
        if (down) {
            throw CallRailFailure.of(FailureKind.UNAVAILABLE, "CallRail is down.");
        }
        return List.of(new Source("ACC1", Optional.of("COM" + lookups)));
    }

    private void failToKnow() {
        assertThatThrownBy(companies::ids).isInstanceOf(CallRailFailure.class).hasMessage("CallRail is down.");
    }

    @Test
    void aLookupThatFailedIsNotRepeatedByEachEvent() {
        down = true;
        for (int event = 0; event < 3; event++) {
            failToKnow();
        }
        assertThat(lookups).isEqualTo(1);

        clock.advance(Duration.ofSeconds(9));
        failToKnow();
        assertThat(lookups).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        down = false;
        assertThat(companies.ids()).containsExactly("COM2");
    }

    @Test
    void eventsDoNotWaitForAnotherLookup() {
        assertThat(companies.ids()).containsExactly("COM1");
        clock.advance(Duration.ofHours(2));

        assertThat(companies.ids()).containsExactly("COM1");
        assertThat(companies.account("COM1")).contains("ACC1");
        assertThat(lookups).isEqualTo(1);

        assertThat(companies.get()).extracting(Source::text).containsExactly("ACC1/COM2");
        assertThat(companies.ids()).containsExactly("COM2");
    }

    @Test
    void thoseKnownBeforeAreKeptWhileALookupFails() {
        companies.get();
        down = true;
        clock.advance(Duration.ofHours(1));

        assertThat(companies.get()).extracting(Source::text).containsExactly("ACC1/COM1");
        assertThat(companies.get()).hasSize(1);
        assertThat(lookups).isEqualTo(2);
    }

    @Test
    void aClockThatIsSetBackDoesNotStopLookups() {
        companies.get();
        clock.advance(Duration.ofHours(-5));

        assertThat(companies.get()).extracting(Source::text).containsExactly("ACC1/COM2");
    }
}
