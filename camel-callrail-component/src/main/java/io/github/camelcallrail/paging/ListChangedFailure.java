package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.OptionalLong;

/** Messages of walks about a list that changed while it was read. */
final class ListChangedFailure {

    private ListChangedFailure() {}

    /** The failure of a walk that gives up because of changes. */
    static CallRailFailure incomplete(Report report, String reason) {
        return CallRailFailure.of(
                FailureKind.INCOMPLETE,
                "Report '%s' changed while it was read: %s, so records may be missing. Read it again."
                        .formatted(report, reason));
    }

    static String otherTotal(OptionalLong first, String page, OptionalLong total) {
        return "page 1 counted %s records, %s counts %s".formatted(number(first), page, number(total));
    }

    private static String number(OptionalLong total) {
        return total.isPresent() ? Long.toString(total.getAsLong()) : "no";
    }
}
