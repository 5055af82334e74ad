package io.github.camelcallrail.paging;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.report.CallRailRecord;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One page of a report.
 *
 * @param records the records, in the order in which they came
 * @param totalRecords the number of records that CallRail counts in all pages; empty if it gives none
 * @param totalPages the number of pages that it counts; empty if it gives none
 * @param next the link to the next page, exactly as it came; empty on the last page and if there are no links
 * @param totals the totals of a summary by metric; empty for lists
 */
public record Page(
        List<CallRailRecord> records,
        OptionalLong totalRecords,
        OptionalInt totalPages,
        Optional<String> next,
        Map<String, Object> totals) {

    public Page {
        records = List.copyOf(records);
        requireNonNull(totalRecords, "totalRecords is null");
        requireNonNull(totalPages, "totalPages is null");
        requireNonNull(next, "next is null");
        totals = Collections.unmodifiableMap(new LinkedHashMap<>(totals));
    }

    static Page empty() {
        return new Page(List.of(), OptionalLong.empty(), OptionalInt.empty(), Optional.empty(), Map.of());
    }

    /** The ids of the records, in their order. */
    List<String> ids() {
        String[] ids = new String[records.size()];
        for (int index = 0; index < ids.length; index++) {
            ids[index] = records.get(index).id();
        }
        return List.of(ids);
    }

    /** This page with only some of its records. */
    Page with(List<CallRailRecord> some) {
        return with(some, totalRecords);
    }

    /** This page with only some of its records and another count of all records. */
    Page with(List<CallRailRecord> some, OptionalLong total) {
        return new Page(some, total, totalPages, next, totals);
    }
}
