package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.ReportQuery;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * A walk whose next pages are fetched while the one before is used: in their order, one after the other, by another thread. What
 * it gives, and in which order, is what the walk gives; a page that cannot be had fails when it is its turn. Nothing is fetched
 * that a limit leaves behind, nor after the reader has said that it wants no more; until then up to so many pages more than it took.
 */
final class ReadAheadWalk implements Walk {

    private final Walk walk;
    private final FetchPolicy fetching;
    private final int pageSize;
    private final OptionalLong maxRecords;
    private final Deque<CompletableFuture<Optional<Page>>> ahead = new ArrayDeque<>();
    private long given;

    /**
     * @param fetching how many pages to have ready, 1 or more
     * @param query says after how many records nothing more is asked for
     */
    ReadAheadWalk(Walk walk, FetchPolicy fetching, ReportQuery query) {
        this.walk = walk;
        this.fetching = fetching;
        this.pageSize = query.pageSize();
        this.maxRecords = query.maxRecords();
    }

    @Override
    public Optional<Page> next() {
        Optional<Page> page =
                ahead.isEmpty() ? walk.next() : Prefetch.fetched(ahead.remove(), ahead::clear, walk::next);
        page.ifPresent(found -> {
            given += found.records().size();
            fetchAhead();
        });
        return page;
    }

    private void fetchAhead() {
        while (ahead.size() < fetching.pagesAhead() && mayBeWanted(given + (long) ahead.size() * pageSize)) {
            ahead.add(
                    ahead.isEmpty()
                            ? CompletableFuture.supplyAsync(this::nextAhead, fetching.executor())
                            : ahead.getLast()
                                    .thenApplyAsync(
                                            before -> before.flatMap(some -> nextAhead()), fetching.executor()));
        }
    }

    private Optional<Page> nextAhead() {
        Prefetch.requireWanted(fetching.wanted());
        return walk.next();
    }

    private boolean mayBeWanted(long rowsBefore) {
        return maxRecords.isEmpty() || rowsBefore < maxRecords.getAsLong();
    }
}
