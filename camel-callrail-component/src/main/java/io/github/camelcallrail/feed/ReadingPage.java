package io.github.camelcallrail.feed;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.OptionalLong;

/**
 * A page of a reading, with the counts that CallRail reported up to then.
 *
 * @param reading the reading
 * @param number the number of the page, starting at 1
 * @param totalRecords the total number of records; empty if CallRail does not report it
 * @param totals the totals of a summary; empty for lists
 */
public record ReadingPage(Reading reading, int number, OptionalLong totalRecords, Map<String, Object> totals) {

    public ReadingPage {
        requireNonNull(reading, "reading is null");
        requireNonNull(totalRecords, "totalRecords is null");
        requireNonNull(totals, "totals is null");
    }
}
