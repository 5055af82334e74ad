package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Optional;

/**
 * All records of one query, page by page, each record once. A walk is read once, by one thread at a time: to read
 * again, start another walk.
 */
public interface Walk {

    /**
     * The next page, with records not delivered before; it may have no records. Empty at the end, when everything that
     * was read is known to be complete.
     *
     * @throws CallRailFailure if a page cannot be fetched, or of kind INCOMPLETE if the list kept changing while it was
     *     read. The walk must then not be used again, which {@link RecordCursor} ensures, unless the kind only
     *     postpones: the walk then resumes with the page that failed
     */
    Optional<Page> next();

    /**
     * Whether the walk delivers its records oldest first, so that everything before a delivered record is done. Known
     * after the first page; false before it.
     */
    default boolean oldestFirst() {
        return false;
    }
}
