package io.github.camelcallrail.benchmarks.cold;

import io.github.camelcallrail.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Compares settings of the JVM for a process that reads once and ends. */
public final class JvmSettingsBenchmark {

    /** The word for it, and the name of its part of the documentation. */
    public static final String NAME = "jvm-settings";

    private static final String SHORT = "10k";
    private static final String SECOND_START = "second-start";

    /** Where the compiler that is left out starts to be missed. */
    private static final String LONG = "50k,100k,200k";

    private JvmSettingsBenchmark() {}

    /**
     * Runs it and returns its tables.
     *
     * @param jvm options for all JVMs, separated by spaces; empty for a heap of 512 MB
     */
    public static List<Table> run(String jvm, int rounds, Consumer<String> progress)
            throws IOException, InterruptedException {
        Optional<NewerJdk> newer = NewerJdk.find();
        JvmSettingsRace race =
                new JvmSettingsRace(ColdBenchmark.options(jvm), newer, ColdBenchmark.rounds(rounds), progress);
        List<JvmSetting> all = JvmSetting.all(newer.isPresent());
        List<Table> tables = new ArrayList<>();
        tables.add(race.run(scenario(SHORT), ColdContender.CONSUMER, all).table());
        tables.add(
                race.run(scenario(SECOND_START), ColdContender.INCREMENTAL, all).table());
        for (ColdScenario scenario : ColdScenario.all(LONG)) {
            tables.add(race.run(scenario, ColdContender.CONSUMER, JvmSetting.plain())
                    .table());
        }
        return tables;
    }

    private static ColdScenario scenario(String name) {
        return ColdScenario.all(name).get(0);
    }

    /** What the names of the settings mean, as a list for the documentation. */
    public static String legend() throws IOException {
        String settings = JvmSetting.all(NewerJdk.find().isPresent()).stream()
                .filter(setting -> !setting.options().isEmpty() || setting.archive() != ClassArchive.NONE)
                .map(setting -> "`" + setting.text() + "`:: " + setting.description() + "\n")
                .collect(Collectors.joining());
        return settings
                + NewerJdk.find()
                        .map(jdk -> "\nJDK 25 is " + jdk.version() + ".\n")
                        .orElse("");
    }
}
