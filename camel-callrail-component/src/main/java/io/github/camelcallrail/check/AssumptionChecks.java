package io.github.camelcallrail.check;

import io.github.camelcallrail.catalogue.Assumption;
import java.util.function.Supplier;

/** The check of each assumption. */
record AssumptionChecks(OrderChecks orders, PageChecks pages, DateChecks dates, ValueChecks values, LinkChecks links) {

    /** The check of an assumption. */
    Check of(Assumption assumption) {
        return new Check(assumption.id(), probe(assumption));
    }

    private Supplier<Finding> probe(Assumption assumption) {
        return switch (assumption) {
            case SORT -> orders::sort;
            case ORDER -> orders::order;
            case NEWEST_FIRST -> orders::newestFirst;
            case PAGE_SIZE -> pages::pageSize;
            case TIMES_OF_DAY -> dates::timesOfDay;
            case END_DATE -> dates::endDate;
            case TIME_ZONE -> dates::timeZone;
            case OFFSETS -> dates::offsets;
            case TOTALS -> pages::totals;
            case EXACT_TOTALS -> pages::exactTotals;
            case NUMERIC_TOTALS -> pages::numericTotals;
            case PAGES_BEYOND -> pages::pagesBeyond;
            case TYPES -> values::types;
            case TEXT_IDS -> values::textIds;
            case NULLS -> values::nulls;
            case KNOWN_FIELDS -> values::knownFields;
            case REQUESTED_FIELDS -> values::requestedFields;
            case KNOWN_MEMBERS -> pages::knownMembers;
            case LINKS -> links::links;
        };
    }
}
