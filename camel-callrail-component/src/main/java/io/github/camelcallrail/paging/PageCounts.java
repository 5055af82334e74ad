package io.github.camelcallrail.paging;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The counts in a response, which arrive before its records.
 *
 * @param totalRecords the number of records that CallRail counts in all pages; empty if it gives none
 * @param totalPages the number of pages that it counts; empty if it gives none
 */
public record PageCounts(OptionalLong totalRecords, OptionalInt totalPages) {

    public PageCounts {
        requireNonNull(totalRecords, "totalRecords is null");
        requireNonNull(totalPages, "totalPages is null");
    }

    /** Whether there is a page with this number, as far as the counts tell. */
    boolean include(int number, int pageSize) {
        if (totalPages.isPresent()) {
            return number <= totalPages.getAsInt();
        }
        return totalRecords.orElse(0) > (number - 1L) * pageSize;
    }
}
