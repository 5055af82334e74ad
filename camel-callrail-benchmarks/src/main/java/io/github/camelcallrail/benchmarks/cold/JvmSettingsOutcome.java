package io.github.camelcallrail.benchmarks.cold;

import io.github.camelcallrail.benchmarks.measure.Median;
import io.github.camelcallrail.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The result of a job with each setting: the samples, one per round, and the sizes of the archives. */
final class JvmSettingsOutcome {

    private static final List<String> HEAD = List.of(
            "setting",
            "wall s",
            "least",
            "most",
            "reading s",
            "CPU s",
            "x default",
            "resident MB",
            "archive MB",
            "requests");

    private final String title;
    private final Map<JvmSetting, List<ColdSample>> samples = new EnumMap<>(JvmSetting.class);
    private final Map<JvmSetting, Long> archives = new EnumMap<>(JvmSetting.class);

    JvmSettingsOutcome(String title) {
        this.title = title;
    }

    void add(JvmSetting setting, ColdSample sample) {
        samples.computeIfAbsent(setting, key -> new ArrayList<>()).add(sample);
    }

    /** Notes the size of an archive in bytes. */
    void addArchive(JvmSetting setting, long bytes) {
        archives.put(setting, bytes);
    }

    Map<JvmSetting, List<ColdSample>> samples() {
        return samples;
    }

    Map<JvmSetting, Long> archives() {
        return archives;
    }

    Table table() {
        int rounds = samples.get(JvmSetting.DEFAULT).size();
        Table table = new Table(title + "; " + rounds + " rounds", HEAD);
        samples.forEach((setting, all) -> {
            double[] walls =
                    all.stream().mapToDouble(ColdSample::wallSeconds).sorted().toArray();
            table.add(List.of(
                    setting.text(),
                    number(Median.of(walls)),
                    number(walls[0]),
                    number(walls[walls.length - 1]),
                    number(median(all, ColdSample::readingSeconds)),
                    number(median(all, ColdSample::processorSeconds)),
                    number(timesAsFast(all)),
                    Long.toString(Math.round(median(all, ColdSample::residentMegabytes))),
                    archives.containsKey(setting) ? Long.toString(Math.round(archives.get(setting) / 1e6)) : "-",
                    Long.toString(Math.round(median(all, ColdSample::requests)))));
        });
        return table;
    }

    /** The median of the ratios within each round, in which both ran under the same conditions. */
    private double timesAsFast(List<ColdSample> all) {
        List<ColdSample> reference = samples.get(JvmSetting.DEFAULT);
        return Median.of(IntStream.range(0, all.size())
                .mapToDouble(round ->
                        reference.get(round).wallSeconds() / all.get(round).wallSeconds())
                .toArray());
    }

    private static double median(List<ColdSample> all, ToDoubleFunction<ColdSample> what) {
        return Median.of(all.stream().mapToDouble(what).toArray());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
