package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.ReportQuery;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Fetches the pages after the requested one at the same time, up to the number of pages counted so far, so that no page
 * is requested that does not exist. A walk that compares pages notices the same changes as with sequential requests; if
 * it then starts again, a few requests were wasted. Belongs to one walk; page 1 is always fetched on request.
 */
final class ParallelPages implements PageFetcher {

    private final PageFetcher fetcher;
    private final FetchPolicy policy;
    private final ReportQuery whole;
    private final SegmentLength length;
    private final Map<Integer, CompletableFuture<Page>> started = new HashMap<>();
    private ReportQuery current;
    private long last;

    /**
     * @param whole the query of the walk
     * @param length how many pages the walk reads before it begins a new segment
     */
    ParallelPages(PageFetcher fetcher, FetchPolicy policy, ReportQuery whole, SegmentLength length) {
        this.fetcher = fetcher;
        this.policy = policy;
        this.whole = whole;
        this.length = length;
    }

    @Override
    public Page page(ReportQuery query, int number) {
        if (number == 1 || !query.equals(current)) {
            started.clear();
            current = query;
            Page page = fetcher.page(query, number);
            last = Math.min(pageCount(page), lastWanted());
            return page;
        }
        for (int next = number; next < number + policy.parallel() && (next == number || next <= last); next++) {
            started.computeIfAbsent(next, wanted -> start(query, wanted));
        }
        return Prefetch.await(started.remove(number), this::forgetFailed, () -> fetcher.page(query, number));
    }

    private CompletableFuture<Page> start(ReportQuery query, int number) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Prefetch.requireWanted(policy.wanted());
                    return fetcher.page(query, number);
                },
                policy.executor());
    }

    /** The number of the last page that the walk may request. */
    private long lastWanted() {
        long limit = whole.maxRecords().orElse(Long.MAX_VALUE) / whole.pageSize() + 1;
        return whole.timeOrder().isPresent() ? Math.min(length.pages(), limit) : limit;
    }

    // Pages that arrived are kept: they may have used the part of the budget that this request lacks.
    private void forgetFailed() {
        started.values().removeIf(CompletableFuture::isCompletedExceptionally);
    }

    /** The number of pages; if the page gives none, no further page is assumed. */
    private static long pageCount(Page page) {
        if (page.totalPages().isPresent()) {
            return page.totalPages().getAsInt();
        }
        int length = page.records().size();
        return length == 0 ? 0 : (page.totalRecords().orElse(0) + length - 1) / length;
    }

    @Override
    public Page linked(ReportQuery query, String next) {
        return fetcher.linked(query, next);
    }
}
