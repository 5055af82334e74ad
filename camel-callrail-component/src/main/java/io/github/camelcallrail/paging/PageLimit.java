package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.catalogue.SortOrder;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.ReportQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A limit of records that can be had by page number. That CallRail has one is not documented, but services like it have.
 *
 * @param query what was asked for
 * @param served how many records came
 * @param counted how many it counts
 */
record PageLimit(ReportQuery query, long served, OptionalLong counted) {

    private static final List<String> ORDERING = List.of("sort", "order");
    private static final int TOO_MANY_FOR_CHANCE = 10;

    /** Whether a page was refused for its number: the same was granted with a smaller one. */
    static boolean mayExplain(CallRailFailure failure, int number) {
        return number > 1 && (failure.kind() == FailureKind.REFUSED || failure.kind() == FailureKind.NOT_FOUND);
    }

    /** Whether a page is the one before once more: a page of a few may be so by chance, when records change places. */
    static boolean repeats(List<String> idsBefore, Page page) {
        return page.records().size() >= TOO_MANY_FOR_CHANCE && page.ids().equals(idsBefore);
    }

    /** The failure of a list that cannot be read by number to its end, with what to do about it. */
    CallRailFailure reached(Optional<CallRailFailure> refusal) {
        String counts = counted.isPresent() ? " counts %s records, and".formatted(counted.getAsLong()) : " is long:";
        String message = "Report '%s'%s CallRail serves only the first %s of them by page number%s. %s"
                .formatted(
                        query.report(),
                        counts,
                        served,
                        refusal.map(PageLimit::status).orElse(""),
                        advice());
        return refusal.map(failure -> failure.explained(FailureKind.REFUSED, message))
                .orElseGet(() -> CallRailFailure.of(FailureKind.REFUSED, message));
    }

    private static String status(CallRailFailure refusal) {
        return refusal.httpStatus().isPresent()
                ? " (HTTP %s to the page behind)".formatted(refusal.httpStatus().getAsInt())
                : "";
    }

    private String advice() {
        List<String> options = new ArrayList<>();
        if (query.window().isPresent()) {
            options.add("startDate");
            options.add("endDate");
        }
        query.report().parameters().stream()
                .map(Parameter::option)
                .filter(option -> !ORDERING.contains(option))
                .forEach(options::add);
        String narrowing = "options '%s'.".formatted(String.join("', '", options));
        boolean sortedAway = !query.chronological()
                && query.report().order().filter(SortOrder::chronological).isPresent();
        if (sortedAway) {
            return "Leave options 'sort' and 'order' out: in order of time a report of any length can be read. Or narrow it with "
                    + narrowing;
        }
        return options.isEmpty() ? "" : "Narrow it with " + narrowing;
    }
}
