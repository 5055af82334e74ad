package io.github.camelcallrail.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls by lead status, in the order of its meaning instead of its count. */
final class LeadStatus implements Tally {

    static final String GOOD = "good_lead";

    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put(GOOD, "Good lead");
        LABELS.put("previously_marked_good_lead", "Good lead earlier");
        LABELS.put("not_a_lead", "Not a lead");
        LABELS.put("", "Not scored");
    }

    private final Counts counts = new Counts(1);

    @Override
    public void add(CallRow call) {
        counts.add(call.leadStatus() == null ? "" : call.leadStatus().strip(), 0);
    }

    long good() {
        return counts.total(GOOD);
    }

    @Override
    public Chart chart() {
        List<String> statuses = new ArrayList<>(LABELS.keySet());
        // A status that CallRail may introduce is shown as it is.
        counts.ranked().stream().filter(status -> !LABELS.containsKey(status)).forEach(statuses::add);
        return new Chart(
                "lead-status",
                "Lead status",
                "How many calls are good leads?",
                ChartKind.BARS,
                statuses.stream()
                        .map(status -> LABELS.getOrDefault(status, status))
                        .toList(),
                List.of(new Series("Calls", statuses.stream().map(counts::total).toList())),
                note());
    }

    private String note() {
        long calls = counts.total(0);
        return calls == 0
                ? "There are no calls."
                : Words.number(good()) + " of " + Words.number(calls, "call") + " (" + Words.percent(good(), calls)
                        + ") " + (good() == 1 ? "is" : "are") + " marked as "
                        + (good() == 1 ? "a good lead" : "good leads") + "; "
                        + Words.number(counts.total("")) + " " + (counts.total("") == 1 ? "is" : "are")
                        + " not scored.";
    }
}
