package io.github.camelcallrail.benchmarks.cold;

import io.github.camelcallrail.benchmarks.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the processes do: read everything from a server, or start again when everything has been read.
 *
 * @param scenario what is read, and how slow the server is
 * @param again whether an incremental consumer has read everything before, in another process
 */
record ColdScenario(Scenario scenario, boolean again) {

    /** The scenarios with a slow and with a fast server, and the second start. */
    static final String ALL = "50k,10k/50ms,10k/150ms,second-start";

    private static final String SECOND_START = "second-start";

    static List<ColdScenario> all(String names) {
        return Arrays.stream((names.isEmpty() ? ALL : names).split(","))
                .map(ColdScenario::of)
                .toList();
    }

    private static ColdScenario of(String name) {
        return name.equals(SECOND_START)
                ? new ColdScenario(Scenario.of("200"), true)
                : new ColdScenario(Scenario.of(name), false);
    }

    List<ColdContender> contenders(boolean python) {
        List<ColdContender> all = new ArrayList<>(
                again
                        ? List.of(ColdContender.INCREMENTAL, ColdContender.ROUTE, ColdContender.EMPTY)
                        : List.of(
                                ColdContender.CONSUMER,
                                ColdContender.STREAM,
                                ColdContender.INCREMENTAL,
                                ColdContender.ROUTE,
                                ColdContender.LOOP));
        if (python && !again) {
            all.add(ColdContender.PYTHON);
        }
        return all;
    }

    String title() {
        return again
                ? "Second start of an incremental consumer, nothing new"
                : String.format(Locale.ROOT, "%,d records of 3.9 KB, %s", scenario.records(), latency());
    }

    private String latency() {
        return scenario.latency().isZero() ? "no latency" : scenario.latency().toMillis() + " ms latency";
    }
}
