package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The zone that was looked up lasts a day, for the same company, whoever reads it. */
class SavedZoneTest {

    private static final Instant ASKED = Instant.parse("2026-03-15T16:30:20.123Z");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    private final MemoryStates repository = new MemoryStates();
    private final SavedState state = new SavedState(repository, "ACC1/calls/read");

    @ParameterizedTest
    @CsvSource({
        // saved for, needed for, age, whether it is current
        "'',   '',   PT0S,        true",
        "'',   '',   PT23H59M59S, true",
        "'',   '',   PT24H,       false",
        "'',   '',   -PT1S,       false",
        "COM1, COM1, PT1H,        true",
        "COM1, COM2, PT1H,        false",
        "COM1, '',   PT1H,        false",
        "'',   COM1, PT1H,        false"
    })
    void lastsADayForTheSameCompany(String saved, String needed, Duration age, boolean current) {
        SavedZone zone = new SavedZone(CHICAGO, company(saved), ASKED);

        assertThat(zone.isCurrent(company(needed), ASKED.plus(age))).isEqualTo(current);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "COM1"})
    void isReadBackAsItWasSaved(String company) {
        SavedZone zone = new SavedZone(CHICAGO, company(company), ASKED);

        state.save(zone);

        assertThat(state.zone()).contains(zone);
        assertThat(repository.values).containsOnlyKeys("ACC1/calls/read/zone");
    }

    @Test
    void nothingIsSavedAtFirst() {
        assertThat(state.zone()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "America/Chicago",
                "2026-03-15T16:30:20Z",
                "2026-03-15T16:30:20Z America/Chicago",
                "soon America/Chicago \n",
                "2026-03-15T16:30:20Z Mars/Olympus \n",
                "a b c d e\n"
            })
    void whatIsDamagedIsAskedForAgain(String text) {
        repository.setState("ACC1/calls/read/zone", ChecksummedText.seal(text));
        assertThat(state.zone()).isEmpty();

        repository.setState("ACC1/calls/read/zone", text);
        assertThat(state.zone()).isEmpty();
    }

    private static Optional<String> company(String id) {
        return Optional.of(id).filter(text -> !text.isEmpty());
    }
}
