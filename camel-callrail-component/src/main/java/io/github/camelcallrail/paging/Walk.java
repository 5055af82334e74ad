package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.report.Order;
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
     *     the walk must not be asked again, which {@link RecordCursor} sees to
     */
    Optional<Page> next();

    /** The walk that suits a query. */
    static Walk of(ReportQuery query, PageFetcher fetcher) {
        return switch (query.report().shape()) {
            case SUMMARY -> new SingleWalk(() -> fetcher.page(query, 1));
            case SERIES -> new SingleWalk(() -> new Series(query).read(fetcher));
            case LIST -> {
                if (query.linked()) {
                    yield new LinkedWalk(query, fetcher);
                }
                boolean chronological = query.order().map(Order::chronological).orElse(false);
                yield chronological ? new AnchoredWalk(query, fetcher) : new VerifiedWalk(query, fetcher);
            }
        };
    }
}
