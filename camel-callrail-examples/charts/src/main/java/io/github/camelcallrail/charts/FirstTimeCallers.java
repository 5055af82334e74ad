package io.github.camelcallrail.charts;

import java.util.ArrayList;
import java.util.List;

/** Incoming calls by source, of people who called for the first time and of those who had called before. */
final class FirstTimeCallers implements Tally {

    private static final int SOURCES_SHOWN = 7;
    private static final int FIRST = 0;
    private static final int REPEAT = 1;
    /** The table does not say; only shown if there is such a call. */
    private static final int UNKNOWN = 2;

    private final Counts counts = new Counts(3);

    @Override
    public void add(CallRow call) {
        if (call.inbound()) {
            String source = call.source() == null || call.source().isBlank() ? CallsPerDay.UNKNOWN : call.source();
            counts.add(source, call.firstCall() == null ? UNKNOWN : call.firstCall() ? FIRST : REPEAT);
        }
    }

    long first() {
        return counts.total(FIRST);
    }

    /** Incoming calls of which the table says whether they are a first call. */
    long known() {
        return first() + counts.total(REPEAT);
    }

    @Override
    public Chart chart() {
        List<String> shown = counts.ranked().stream().limit(SOURCES_SHOWN).toList();
        Counts merged = counts.mergingAllBut(shown, CallsPerDay.OTHERS);
        List<String> sources = new ArrayList<>(shown);
        if (counts.ranked().size() > SOURCES_SHOWN) {
            sources.add(CallsPerDay.OTHERS);
        }
        List<Series> series = new ArrayList<>();
        series.add(series("First-time callers", sources, merged, FIRST));
        series.add(series("Repeat callers", sources, merged, REPEAT));
        if (counts.total(UNKNOWN) > 0) {
            series.add(series("Unknown", sources, merged, UNKNOWN));
        }
        return new Chart(
                "first-time-callers",
                "First-time and repeat callers",
                "Which sources bring new callers?",
                ChartKind.BARS,
                sources,
                series,
                note());
    }

    private String note() {
        return known() == 0
                ? "There are no incoming calls."
                : Words.number(first()) + " of " + Words.number(known(), "incoming call") + " ("
                        + Words.percent(first(), known()) + ") came from first-time callers.";
    }

    private static Series series(String name, List<String> sources, Counts counts, int column) {
        return new Series(
                name, sources.stream().map(source -> counts.get(source, column)).toList());
    }
}
