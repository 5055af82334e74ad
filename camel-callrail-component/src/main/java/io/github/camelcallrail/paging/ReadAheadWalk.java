package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.ReportQuery;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * A walk whose next pages are fetched, in order and one at a time, by another thread while the current page is used. It
 * delivers the same pages in the same order as the walk; a page that cannot be fetched fails when it is its turn.
 * Nothing beyond the limit is fetched, and nothing after the reader stops; before that, at most the configured number
 * of pages more than the reader takes.
 */
final class ReadAheadWalk implements Walk {

    private final Walk walk;
    private final FetchPolicy policy;
    private final ReadingDemand demand;
    private final int pageSize;
    private final OptionalLong maxRecords;
    private final Deque<CompletableFuture<Optional<Page>>> ahead = new ArrayDeque<>();
    private long delivered;

    /**
     * @param policy how many pages to fetch ahead, 1 or more
     * @param demand is told what the reader asks for, and what the walk fetches
     * @param query its page size and maximum of records limit what is fetched
     */
    ReadAheadWalk(Walk walk, FetchPolicy policy, ReadingDemand demand, ReportQuery query) {
        this.walk = walk;
        this.policy = policy;
        this.demand = demand;
        this.pageSize = query.pageSize();
        this.maxRecords = query.maxRecords();
    }

    @Override
    public Optional<Page> next() {
        demand.ask();
        Optional<Page> page = ahead.isEmpty() ? fetch() : Prefetch.await(ahead.remove(), ahead::clear, this::fetch);
        page.ifPresent(found -> {
            delivered += found.records().size();
            fetchAhead();
        });
        return page;
    }

    @Override
    public boolean oldestFirst() {
        return walk.oldestFirst();
    }

    private void fetchAhead() {
        while (ahead.size() < policy.pagesAhead() && mayBeWanted(delivered + (long) ahead.size() * pageSize)) {
            ahead.add(
                    ahead.isEmpty()
                            ? CompletableFuture.supplyAsync(this::nextAhead, policy.executor())
                            : ahead.getLast()
                                    .thenApplyAsync(before -> before.flatMap(some -> nextAhead()), policy.executor()));
        }
    }

    private Optional<Page> nextAhead() {
        Prefetch.requireWanted(policy.wanted());
        return fetch();
    }

    private Optional<Page> fetch() {
        demand.begin();
        return walk.next();
    }

    private boolean mayBeWanted(long rowsBefore) {
        return maxRecords.isEmpty() || rowsBefore < maxRecords.getAsLong();
    }
}
