package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.ReportQuery;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Fetches the pages behind the one that is asked for at the same time, as many as the pages before have counted, so that none is
 * asked for that is not there. A walk that holds pages against each other notices the same changes as if they had come one after
 * the other; one that then begins anew has asked for a few pages in vain. Of one walk; page 1 is always fetched when it is asked for.
 */
final class ParallelPages implements PageFetcher {

    private final PageFetcher fetcher;
    private final FetchPolicy fetching;
    private final ReportQuery whole;
    private final SegmentLength length;
    private final Map<Integer, CompletableFuture<Page>> begun = new HashMap<>();
    private ReportQuery current;
    private long last;

    /**
     * @param whole what the walk reads
     * @param length how many pages of a list sorted by time are wanted
     */
    ParallelPages(PageFetcher fetcher, FetchPolicy fetching, ReportQuery whole, SegmentLength length) {
        this.fetcher = fetcher;
        this.fetching = fetching;
        this.whole = whole;
        this.length = length;
    }

    @Override
    public Page page(ReportQuery query, int number) {
        if (number == 1 || !query.equals(current)) {
            begun.clear();
            current = query;
            Page page = fetcher.page(query, number);
            last = Math.min(counted(page), lastWanted());
            return page;
        }
        for (int next = number; next < number + fetching.parallel() && (next == number || next <= last); next++) {
            begun.computeIfAbsent(next, wanted -> begin(query, wanted));
        }
        return Prefetch.fetched(begun.remove(number), this::forgetFailed, () -> fetcher.page(query, number));
    }

    private CompletableFuture<Page> begin(ReportQuery query, int number) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Prefetch.requireWanted(fetching.wanted());
                    return fetcher.page(query, number);
                },
                fetching.executor());
    }

    /** The number of the last page that the walk may ask for. */
    private long lastWanted() {
        long limit = whole.maxRecords().orElse(Long.MAX_VALUE) / whole.pageSize() + 1;
        return whole.chronological() ? Math.min(length.pages(), limit) : limit;
    }

    // Pages that came stay: of a budget that comes back bit by bit they may have used what this one lacks.
    private void forgetFailed() {
        begun.values().removeIf(CompletableFuture::isCompletedExceptionally);
    }

    /** How many pages there are; none behind this one where it does not say. */
    private static long counted(Page page) {
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
