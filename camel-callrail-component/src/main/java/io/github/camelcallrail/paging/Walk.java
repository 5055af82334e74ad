package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.ReportQuery;
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

    /** The walk that suits a query. */
    static Walk of(ReportQuery query, PageFetcher fetcher) {
        return of(query, fetcher, Segment.DEEP);
    }

    /**
     * As {@link #of(ReportQuery, PageFetcher)}.
     *
     * @param deepest after how many pages a list sorted by time is begun anew at the last row
     */
    static Walk of(ReportQuery query, PageFetcher fetcher, int deepest) {
        return switch (query.report().shape()) {
            case SUMMARY -> new SingleWalk(() -> fetcher.page(query, 1));
            case SERIES -> {
                Series series = new Series(query);
                yield new SingleWalk(() -> series.read(fetcher));
            }
            case LIST -> {
                if (query.linked()) {
                    yield new LinkedWalk(query, fetcher);
                }
                yield query.chronological()
                        ? new AnchoredWalk(query, fetcher, deepest)
                        : new VerifiedWalk(query, fetcher);
            }
        };
    }
}
