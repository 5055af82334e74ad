package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.OptionalLong;

/** How walks say that a list did not hold still. */
final class ListChangedFailure {

    private ListChangedFailure() {}

    /** The failure of a walk that gives up. */
    static CallRailFailure incomplete(Report report, String how) {
        return CallRailFailure.of(
                FailureKind.INCOMPLETE,
                "Report '%s' changed while it was read: %s, so rows may be missing. Read it again."
                        .formatted(report, how));
    }

    static String otherTotal(OptionalLong first, String which, OptionalLong total) {
        return "page 1 counted %s rows, %s counts %s".formatted(number(first), which, number(total));
    }

    private static String number(OptionalLong total) {
        return total.isPresent() ? Long.toString(total.getAsLong()) : "no";
    }
}
