package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Assumption;
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
 * A limit on the records that can be read by page number. CallRail documents none, but similar services have one.
 *
 * @param query the query
 * @param served how many records were received
 * @param counted how many CallRail counts
 */
record PageLimit(ReportQuery query, long served, OptionalLong counted) {

    /** How a list ended where page numbers may end, but an empty page was expected. */
    static final String UNUSUAL_END = "After a page with few records, the next page was rejected or repeated it.";

    private static final List<String> ORDER_OPTIONS = List.of("sort", "order");
    private static final int MIN_REPEATED_RECORDS = 10;

    /** Whether a page may have been rejected because of its number: page 1 was accepted. */
    static boolean mayExplain(CallRailFailure failure, int number) {
        return number > 1 && (failure.kind() == FailureKind.REFUSED || failure.kind() == FailureKind.NOT_FOUND);
    }

    /** Whether a page repeats the previous one. A page of few records may do so by chance, if records change places. */
    static boolean repeats(List<String> idsBefore, Page page) {
        return page.records().size() >= MIN_REPEATED_RECORDS && page.ids().equals(idsBefore);
    }

    /** The failure of a list that cannot be read by page number to its end, with what to do about it. */
    CallRailFailure failure(Optional<CallRailFailure> rejection) {
        String counts = counted.isPresent() ? " counts %s records, and".formatted(counted.getAsLong()) : " is long:";
        String doubt = counted.isPresent()
                ? ", or it counts too many (assumption '%s')".formatted(Assumption.EXACT_TOTALS)
                : "";
        String message = "Report '%s'%s CallRail serves only the first %s of them by page number%s%s. %s"
                .formatted(
                        query.report(),
                        counts,
                        served,
                        rejection.map(PageLimit::status).orElse(""),
                        doubt,
                        advice());
        return rejection
                .map(failure -> failure.explained(FailureKind.REFUSED, message))
                .orElseGet(() -> CallRailFailure.of(FailureKind.REFUSED, message));
    }

    private static String status(CallRailFailure rejection) {
        return rejection.httpStatus().isPresent()
                ? " (HTTP %s for the next page)"
                        .formatted(rejection.httpStatus().getAsInt())
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
                .filter(option -> !ORDER_OPTIONS.contains(option))
                .forEach(options::add);
        String narrowing = "options '%s'.".formatted(String.join("', '", options));
        boolean sortedAway = query.timeOrder().isEmpty()
                && query.report().order().filter(SortOrder::chronological).isPresent();
        if (sortedAway) {
            return "Remove options 'sort' and 'order': sorted by time, a report of any length can be read. Or"
                    + " narrow it with "
                    + narrowing;
        }
        return options.isEmpty() ? "" : "Narrow it with " + narrowing;
    }
}
