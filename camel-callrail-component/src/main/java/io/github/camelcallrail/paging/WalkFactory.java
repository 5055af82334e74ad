package io.github.camelcallrail.paging;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.query.ReportQuery;
import java.util.Optional;

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

    /** The walk of a query; the listener is told what contradicts an assumption. */
    public Walk walk(ReportQuery query, PageFetcher fetcher, DeviationListener deviations) {
        return walk(query, fetcher, deviations, Optional.empty());
    }

    /**
     * The walk of a query.
     *
     * @param deviations is told what contradicts an assumption
     * @param endDates for whole days that have passed: whether the last day is known to be included
     */
    public Walk walk(
            ReportQuery query, PageFetcher fetcher, DeviationListener deviations, Optional<EndDates> endDates) {
        SegmentLength length = SegmentLength.of(query, policy.parallel());
        boolean ahead = policy.pagesAhead() > 0 && query.report().paged();
        ReadingDemand demand = new ReadingDemand(
                policy.pagesAhead(), query.pageSize(), query.maxRecords().orElse(Long.MAX_VALUE));
        PageFetcher pages = policy.parallel() > 1
                ? new ParallelPages(fetcher, policy, query, length)
                : ahead ? new EarlyPages(fetcher, policy, demand, length) : fetcher;
        Walk walk = walk(query, pages, length, deviations);
        if (ahead) {
            walk = new ReadAheadWalk(walk, policy, demand, query);
        }
        if (!query.report().paged() || query.report().timeField().isEmpty()) {
            return walk;
        }
        if (endDates.isPresent()) {
            walk = new LastDayWalk(
                    walk, query, fetcher, rest -> walk(rest, pages, length, deviations), endDates.get(), deviations);
        }
        return new CheckedTimesWalk(walk, query, deviations);
    }

    private static Walk walk(
            ReportQuery query, PageFetcher fetcher, SegmentLength length, DeviationListener deviations) {
        return switch (query.report().shape()) {
            case FILE -> throw new IllegalArgumentException(query.report() + " has no records");
            case SUMMARY, RECORD -> new SinglePageWalk(() -> fetcher.page(query, 1));
            case SERIES -> {
                TimeSeriesWalk series = new TimeSeriesWalk(query);
                yield new SinglePageWalk(() -> series.read(fetcher));
            }
            case LIST -> {
                if (query.linked()) {
                    yield new LinkedWalk(query, fetcher);
                }
                if (query.report().childKey().isPresent()) {
                    yield new GrowingListWalk(query, fetcher, deviations);
                }
                yield query.timeOrder().isPresent()
                        ? new OrderedWalk(query, fetcher, length, deviations)
                        : new VerifiedWalk(query, fetcher, deviations);
            }
        };
    }
}
