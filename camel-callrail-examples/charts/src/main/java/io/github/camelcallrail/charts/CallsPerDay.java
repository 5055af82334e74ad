package io.github.camelcallrail.charts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calls per day by source; per week when there are more days than columns that can be told apart. */
final class CallsPerDay implements Tally {

    static final String UNKNOWN = "Unknown source";
    static final String OTHERS = "Other sources";

    private static final int DAYS_AT_MOST = 92;
    private static final int SOURCES_SHOWN = 5;

    private final TreeMap<LocalDate, Map<String, Long>> days = new TreeMap<>();
    private final Counts sources = new Counts(1);

    @Override
    public void add(CallRow call) {
        String source = call.source() == null || call.source().isBlank() ? UNKNOWN : call.source();
        days.computeIfAbsent(call.start().toLocalDate(), day -> new HashMap<>()).merge(source, 1L, Long::sum);
        sources.add(source, 0);
    }

    /** The days of the first and the last call, formatted for display; empty without calls. */
    String period() {
        return days.isEmpty() ? "" : Words.period(days.firstKey(), days.lastKey());
    }

    @Override
    public Chart chart() {
        boolean weekly = !days.isEmpty() && ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()) >= DAYS_AT_MOST;
        List<LocalDate> starts = starts(weekly);
        List<String> shown = sources.ranked().stream().limit(SOURCES_SHOWN).toList();
        Map<String, long[]> values = new HashMap<>();
        days.forEach((day, counts) -> counts.forEach((source, count) -> {
            int column = (int)
                    (weekly
                            ? ChronoUnit.WEEKS.between(starts.get(0), day)
                            : ChronoUnit.DAYS.between(starts.get(0), day));
            values.computeIfAbsent(shown.contains(source) ? source : OTHERS, any -> new long[starts.size()])[column] +=
                    count;
        }));
        List<Series> series = new ArrayList<>();
        shown.forEach(source -> series.add(series(source, values.get(source))));
        if (sources.ranked().size() > SOURCES_SHOWN) {
            series.add(series(OTHERS, values.get(OTHERS)));
        }
        return new Chart(
                "calls-per-day",
                weekly ? "Calls per week by source" : "Calls per day by source",
                "How many calls come in, and from where?",
                ChartKind.COLUMNS,
                starts.stream().map(LocalDate::toString).toList(),
                series,
                note(weekly, starts.size()));
    }

    private String note(boolean weekly, int columns) {
        if (days.isEmpty()) {
            return "There are no calls.";
        }
        String first = sources.ranked().get(0);
        long calls = sources.total(0);
        return Words.number(calls, "call") + " in " + Words.number(columns, weekly ? "week" : "day")
                + (weekly ? ", each beginning on Monday" : "") + ". Most came from " + first + ": "
                + Words.number(sources.total(first)) + " (" + Words.percent(sources.total(first), calls) + ").";
    }

    /** Every day or Monday from the first call to the last, including those without calls. */
    private List<LocalDate> starts(boolean weekly) {
        if (days.isEmpty()) {
            return List.of();
        }
        if (!weekly) {
            return days.firstKey().datesUntil(days.lastKey().plusDays(1)).toList();
        }
        LocalDate monday = days.firstKey().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.datesUntil(days.lastKey().plusDays(1), Period.ofWeeks(1)).toList();
    }

    private static Series series(String name, long[] values) {
        return new Series(name, Arrays.stream(values).boxed().toList());
    }
}
