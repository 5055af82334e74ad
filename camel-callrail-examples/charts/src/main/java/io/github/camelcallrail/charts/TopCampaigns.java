package io.github.camelcallrail.charts;

import java.util.ArrayList;
import java.util.List;

/** The campaigns that bring most calls, and how many of these are good leads. */
final class TopCampaigns implements Tally {

    private static final int CAMPAIGNS_SHOWN = 8;
    private static final String OTHERS = "Other campaigns";
    private static final int GOOD_LEAD = 0;
    private static final int OTHER_CALL = 1;

    private final Counts counts = new Counts(2);
    private long without;

    @Override
    public void add(CallRow call) {
        if (call.campaign() == null || call.campaign().isBlank()) {
            without++;
        } else {
            counts.add(call.campaign(), LeadStatus.GOOD.equals(call.leadStatus()) ? GOOD_LEAD : OTHER_CALL);
        }
    }

    @Override
    public Chart chart() {
        List<String> campaigns =
                new ArrayList<>(counts.ranked().stream().limit(CAMPAIGNS_SHOWN).toList());
        Counts merged = counts.mergingAllBut(List.copyOf(campaigns), OTHERS);
        if (counts.ranked().size() > CAMPAIGNS_SHOWN) {
            campaigns.add(OTHERS);
        }
        return new Chart(
                "top-campaigns",
                "Top campaigns",
                "Which campaigns bring calls and good leads?",
                ChartKind.BARS,
                campaigns,
                List.of(
                        series("Good leads", campaigns, merged, GOOD_LEAD),
                        series("Other calls", campaigns, merged, OTHER_CALL)),
                note());
    }

    private String note() {
        List<String> ranked = counts.ranked();
        if (ranked.isEmpty()) {
            return "No call has a campaign.";
        }
        String first = ranked.get(0);
        return first + " brought most calls: " + Words.number(counts.total(first)) + ", of which "
                + Words.number(counts.get(first, GOOD_LEAD)) + " "
                + (counts.get(first, GOOD_LEAD) == 1 ? "is a good lead" : "are good leads") + ". "
                + Words.number(without, "call") + (without == 1 ? " has" : " have") + " no campaign.";
    }

    private static Series series(String name, List<String> campaigns, Counts counts, int column) {
        return new Series(
                name,
                campaigns.stream().map(campaign -> counts.get(campaign, column)).toList());
    }
}
