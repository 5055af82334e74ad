package io.github.camelcallrail.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A job is done with any setting of its JVM, and the archives are made; speed is not checked. */
class JvmSettingsRaceTest {

    private static final long MEGABYTE = 1_000_000;

    @Test
    void everyCallIsReadAndTheArchivesAreMade() throws Exception {
        Optional<NewerJdk> newer = NewerJdk.find();
        List<JvmSetting> settings = newer.isPresent()
                ? List.of(JvmSetting.DEFAULT, JvmSetting.C1_SERIAL_ARCHIVE, JvmSetting.NEWER_CACHE)
                : List.of(JvmSetting.DEFAULT, JvmSetting.C1_SERIAL_ARCHIVE);

        JvmSettingsOutcome outcome = run(newer, "300", ColdContender.CONSUMER, settings);

        assertThat(outcome.samples()).containsOnlyKeys(settings);
        assertThat(outcome.samples().values()).allSatisfy(samples -> assertThat(samples)
                .singleElement()
                .satisfies(sample -> assertThat(sample.requests()).isBetween(2L, 4L)));
        assertThat(outcome.archives())
                .containsOnlyKeys(settings.stream()
                        .filter(setting -> setting.archive() != ClassArchive.NONE)
                        .toList())
                .allSatisfy((setting, bytes) -> assertThat(bytes).isGreaterThan(MEGABYTE));
    }

    @Test
    void aSecondStartReadsNothingAgain() throws Exception {
        JvmSettingsOutcome outcome = run(
                Optional.empty(),
                "second-start",
                ColdContender.INCREMENTAL,
                List.of(JvmSetting.DEFAULT, JvmSetting.C1));

        assertThat(outcome.table().text()).contains("nothing new, incremental; 1 rounds");
    }

    private static JvmSettingsOutcome run(
            Optional<NewerJdk> newer, String scenario, ColdContender contender, List<JvmSetting> settings)
            throws Exception {
        JvmSettingsRace race = new JvmSettingsRace(List.of("-Xmx128m"), newer, 1, progress -> {});
        return race.run(ColdScenario.all(scenario).get(0), contender, settings);
    }
}
