package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.ReportQuery;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * Requests the next page of a list as soon as the counts of the current page have arrived, before its records are
 * parsed, so that the network does not wait for the parser. Requests still follow each other, and nothing is requested
 * that the walk would not request, unless the walk ends early or starts again. It requests early only if the counts say
 * that there is a next page and are those of page 1, only pages of the same segment, and no more than the reader may
 * have ahead. Belongs to one walk.
 */
final class EarlyPages implements PageFetcher {

    private final PageFetcher fetcher;
    private final FetchPolicy policy;
    private final ReadingDemand demand;
    private final SegmentLength length;
    private final Map<Integer, CompletableFuture<Page>> early = new HashMap<>();
    private ReportQuery query;
    private OptionalLong total = OptionalLong.empty();
    private int latest;
    private boolean firstPageCame;

    /**
     * @param demand tells when another page may be fetched
     * @param length how many pages the walk reads before it begins a new segment
     */
    EarlyPages(PageFetcher fetcher, FetchPolicy policy, ReadingDemand demand, SegmentLength length) {
        this.fetcher = fetcher;
        this.policy = policy;
        this.demand = demand;
        this.length = length;
    }

    @Override
    public Page page(ReportQuery wanted, int number) {
        CompletableFuture<Page> known = begin(wanted, number);
        return known == null ? fetch(wanted, number) : Prefetch.await(known, () -> {}, () -> fetch(wanted, number));
    }

    /** The page if it was requested early; otherwise null. */
    private synchronized CompletableFuture<Page> begin(ReportQuery wanted, int number) {
        if (!isCurrent(wanted)) {
            query = wanted;
            firstPageCame = false;
            early.clear();
        } else if (number <= latest) {
            // The list is read again.
            early.clear();
        }
        latest = number;
        return early.remove(number);
    }

    private Page fetch(ReportQuery wanted, int number) {
        return fetcher.page(wanted, number, counts -> counted(wanted, number, counts));
    }

    private void counted(ReportQuery wanted, int number, PageCounts counts) {
        int next = number + 1;
        if (isNextWanted(wanted, number, counts)) {
            demand.whenWanted(next - latest(), () -> start(wanted, next));
        }
    }

    private synchronized boolean isNextWanted(ReportQuery wanted, int number, PageCounts counts) {
        if (!isCurrent(wanted)) {
            return false;
        }
        // Page 1 is read again only to compare it.
        boolean again = number == 1 && firstPageCame;
        if (number == 1) {
            firstPageCame = true;
            total = counts.totalRecords();
        }
        boolean sameSegment = wanted.timeOrder().isEmpty() || number < length.pages();
        return !again
                && sameSegment
                && total.isPresent()
                && counts.totalRecords().equals(total)
                && counts.include(number + 1, wanted.pageSize());
    }

    private boolean isCurrent(ReportQuery wanted) {
        // The first comparison of two records with equals() takes the JVM several milliseconds.
        return wanted == query || wanted.equals(query);
    }

    private synchronized int latest() {
        return latest;
    }

    private void start(ReportQuery wanted, int number) {
        CompletableFuture<Page> page = new CompletableFuture<>();
        synchronized (this) {
            if (!isCurrent(wanted) || number != latest + early.size() + 1) {
                return;
            }
            early.put(number, page);
        }
        page.completeAsync(
                () -> {
                    Prefetch.requireWanted(policy.wanted());
                    return fetch(wanted, number);
                },
                policy.executor());
    }

    @Override
    public Page linked(ReportQuery wanted, String next) {
        return fetcher.linked(wanted, next);
    }
}
