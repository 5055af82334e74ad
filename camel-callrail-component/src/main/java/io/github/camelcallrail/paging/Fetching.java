package io.github.camelcallrail.paging;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.report.ReportQuery;
import java.util.concurrent.Executor;

/**
 * How the pages of a walk are fetched. What comes of the walk is always the same.
 *
 * @param pagesAhead how many pages to have ready before they are asked for; 0 to fetch each when it is
 * @param parallel how many pages of a list to fetch at once, 1 or more
 * @param executor runs what is fetched ahead or at once: for each walk at most as many tasks as that, and one more
 */
public record Fetching(int pagesAhead, int parallel, Executor executor) {

    public Fetching {
        requireNonNull(executor, "executor is null");
        if (pagesAhead < 0 || parallel < 1) {
            throw new IllegalArgumentException(pagesAhead + " pages ahead, " + parallel + " at once");
        }
    }

    /** The walk of a query. */
    public Walk walk(ReportQuery query, PageFetcher fetcher) {
        // A new segment begins with one page alone, so it should be long enough for those that are fetched at once.
        int deepest = Segment.DEEP * parallel;
        PageFetcher pages =
                parallel == 1 ? fetcher : new ParallelPages(fetcher, parallel, lastWanted(query, deepest), executor);
        Walk walk = Walk.of(query, pages, deepest);
        return pagesAhead == 0 || !query.report().paged()
                ? walk
                : new ReadAheadWalk(walk, pagesAhead, query.pageSize(), query.maxRecords(), executor);
    }

    /** The number of the last page that a walk may ask for. */
    private static long lastWanted(ReportQuery query, int deepest) {
        long limit = query.maxRecords().orElse(Long.MAX_VALUE) / query.pageSize() + 1;
        return query.chronological() ? Math.min(deepest, limit) : limit;
    }
}
