package io.github.camelcallrail.paging;

import io.github.camelcallrail.report.ReportQuery;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Fetches the pages behind the one that is asked for at the same time, as many as the pages before have counted, so that none is
 * asked for that is not there. A walk that holds pages against each other notices the same changes as if they had come one after
 * the other; one that then begins anew has asked for a few pages in vain. Of one walk; page 1 is always fetched when it is asked for.
 */
final class ParallelPages implements PageFetcher {

    private final PageFetcher fetcher;
    private final int parallel;
    private final long lastWanted;
    private final Executor executor;
    private final Map<Integer, CompletableFuture<Page>> begun = new HashMap<>();
    private ReportQuery current;
    private long last;

    /**
     * @param parallel how many to fetch at once
     * @param lastWanted no page behind that is fetched before it is asked for
     */
    ParallelPages(PageFetcher fetcher, int parallel, long lastWanted, Executor executor) {
        this.fetcher = fetcher;
        this.parallel = parallel;
        this.lastWanted = lastWanted;
        this.executor = executor;
    }

    @Override
    public Page page(ReportQuery query, int number) {
        if (number == 1 || !query.equals(current)) {
            begun.clear();
            current = query;
            Page page = fetcher.page(query, number);
            last = Math.min(counted(page), lastWanted);
            return page;
        }
        for (int next = number; next < number + parallel && (next == number || next <= last); next++) {
            begun.computeIfAbsent(
                    next, wanted -> CompletableFuture.supplyAsync(() -> fetcher.page(query, wanted), executor));
        }
        return Ahead.fetched(begun.remove(number), this::forgetFailed, () -> fetcher.page(query, number));
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
