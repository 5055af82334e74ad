package io.github.camelcallrail.paging;

import io.github.camelcallrail.window.DateWindow;
import java.util.List;
import java.util.Optional;

/**
 * A list that ended before or after its counted number of records. If another reading of the same list gives the same,
 * the list has not changed, and the count is wrong.
 *
 * @param window what was read
 * @param counted the number of records that CallRail counts
 * @param listed the number of different records that it lists
 * @param latest the ids of the last page
 */
record Miscount(Optional<DateWindow> window, long counted, long listed, List<String> latest) {

    Miscount {
        latest = List.copyOf(latest);
    }

    String detail() {
        return "Page 1 counted %s records, but %s came, twice the same. The records are taken as complete."
                .formatted(counted, listed);
    }
}
