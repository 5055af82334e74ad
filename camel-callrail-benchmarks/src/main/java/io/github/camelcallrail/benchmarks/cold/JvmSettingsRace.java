package io.github.camelcallrail.benchmarks.cold;

import io.github.camelcallrail.benchmarks.contender.Source;
import io.github.camelcallrail.benchmarks.server.CallGrid;
import io.github.camelcallrail.benchmarks.server.CallServer;
import io.github.camelcallrail.benchmarks.server.CallTemplates;
import io.github.camelcallrail.benchmarks.server.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets a process read the same calls with each setting of its JVM, in turns, round by round.
 *
 * @param jvm options for all JVMs
 * @param newer the JDK for the settings that need one
 * @param rounds the number of rounds; another one before them makes the archives and is not counted
 * @param progress receives messages on the progress
 */
record JvmSettingsRace(List<String> jvm, Optional<NewerJdk> newer, int rounds, Consumer<String> progress) {

    JvmSettingsOutcome run(ColdScenario scenario, ColdContender contender, List<JvmSetting> settings)
            throws IOException, InterruptedException {
        JvmSettingsOutcome outcome = new JvmSettingsOutcome(scenario.title() + ", " + contender.text());
        CallGrid grid = CallGrid.ofAYear(Instant.now(), scenario.scenario().records());
        Path directory = Files.createTempDirectory("jvm-settings");
        String jars = JarClassPath.in(directory);
        try (CallServer server = new CallServer(
                grid, new CallTemplates(Profile.FIELDS), scenario.scenario().latency(), false)) {
            Source source = new Source(server.baseUrl(), grid, 250, !scenario.again());
            for (int round = 0; round <= rounds; round++) {
                for (JvmSetting setting : settings) {
                    progress.accept("%s, %s, %s"
                            .formatted(
                                    scenario.title(),
                                    round == 0 ? "preparing" : "round " + round + " of " + rounds,
                                    setting.text()));
                    Path archive = directory.resolve(setting.name());
                    // The archives are made while everything is read, so that they have all classes.
                    boolean everything = round == 0 || !scenario.again();
                    if (everything) {
                        ColdRace.delete(directory.resolve("state"));
                    }
                    ColdJvm started = of(setting, jars)
                            .with(
                                    round == 0
                                            ? setting.archive().making(archive)
                                            : setting.archive().using(archive));
                    ColdSample sample = ColdRace.run(contender, started, source, server, directory);
                    ColdRace.require(everything ? grid.size() : 0, directory, contender);
                    if (round > 0) {
                        outcome.add(setting, sample);
                    } else if (setting.archive() != ClassArchive.NONE) {
                        // Fails if there is none, with which the JVM would start nevertheless.
                        outcome.addArchive(setting, Files.size(archive));
                    }
                }
            }
        } finally {
            ColdRace.delete(directory);
        }
        return outcome;
    }

    private ColdJvm of(JvmSetting setting, String jars) {
        Path home = setting.newer() ? newer.orElseThrow().home() : Path.of(System.getProperty("java.home"));
        return new ColdJvm(home, jars, jvm).with(setting.options());
    }
}
