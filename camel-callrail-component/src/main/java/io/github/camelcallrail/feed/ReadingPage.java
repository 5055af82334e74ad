package io.github.camelcallrail.feed;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.OptionalLong;

/**
 * A page of a reading, with what CallRail had counted by then.
 *
 * @param reading what is read
 * @param number the number of the page, the first being 1
 * @param totalRecords how many records there are; empty where CallRail does not say so
 * @param totals the totals of a summary; empty for lists
 */
public record ReadingPage(Reading reading, int number, OptionalLong totalRecords, Map<String, Object> totals) {

    public ReadingPage {
        requireNonNull(reading, "reading is null");
        requireNonNull(totalRecords, "totalRecords is null");
        requireNonNull(totals, "totals is null");
    }
}
