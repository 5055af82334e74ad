package io.github.camelcallrail.paging;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.query.ReportQuery;

/**
 * Chooses the walk that suits a query.
 *
 * @param policy how pages are fetched
 */
public record WalkFactory(FetchPolicy policy) {

    /** Fetches page after page, each when it is requested. */
    public static final WalkFactory SEQUENTIAL = new WalkFactory(new FetchPolicy(0, 1, Runnable::run));

    public WalkFactory {
        requireNonNull(policy, "policy is null");
    }

    /** The walk of a query. */
    public Walk walk(ReportQuery query, PageFetcher fetcher) {
        SegmentLength length = new SegmentLength(query.pageSize(), policy.parallel());
        PageFetcher pages = policy.parallel() == 1 ? fetcher : new ParallelPages(fetcher, policy, query, length);
        Walk walk = walk(query, pages, length);
        if (policy.pagesAhead() > 0 && query.report().paged()) {
            walk = new ReadAheadWalk(walk, policy, query);
        }
        return query.report().paged() && query.report().timeField().isPresent()
                ? new UntimedRecords(walk, query)
                : walk;
    }

    private static Walk walk(ReportQuery query, PageFetcher fetcher, SegmentLength length) {
        return switch (query.report().shape()) {
            case SUMMARY -> new SinglePageWalk(() -> fetcher.page(query, 1));
            case SERIES -> {
                TimeSeriesWalk series = new TimeSeriesWalk(query);
                yield new SinglePageWalk(() -> series.read(fetcher));
            }
            case LIST -> {
                if (query.linked()) {
                    yield new LinkedWalk(query, fetcher);
                }
                yield query.chronological()
                        ? new AnchoredWalk(query, fetcher, length)
                        : new VerifiedWalk(query, fetcher);
            }
        };
    }
}
