package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Optional;

/**
 * All rows of one query, page by page, each row once. A walk is read by one thread at a time, and once: to read again, begin
 * another.
 */
public interface Walk {

    /**
     * The next page of rows not given before; it may have no rows. Empty at the end, when the whole of what was read is known
     * to be complete.
     *
     * @throws CallRailFailure when a page cannot be had, or of kind INCOMPLETE when the list kept changing while it was read;
     *     the walk must not be asked again, which {@link RecordCursor} sees to, unless the kind only postpones: it then goes on
     *     with the page that could not be had
     */
    Optional<Page> next();
}
