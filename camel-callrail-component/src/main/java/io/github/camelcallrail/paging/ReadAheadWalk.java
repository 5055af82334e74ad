package io.github.camelcallrail.paging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A walk whose next pages are fetched while the one before is used: in their order, one after the other, by another thread. What
 * it gives, and in which order, is what the walk gives; a page that cannot be had fails when it is its turn. Nothing is fetched
 * that a limit leaves behind, but up to so many pages more than a reader takes that stops half-way.
 */
final class ReadAheadWalk implements Walk {

    private final Walk walk;
    private final int pages;
    private final int pageSize;
    private final OptionalLong maxRecords;
    private final Executor executor;
    private final Deque<CompletableFuture<Optional<Page>>> ahead = new ArrayDeque<>();
    private long given;

    /**
     * @param pages how many to have ready, 1 or more
     * @param pageSize the most rows a page
     * @param maxRecords after how many rows nothing more is asked for
     */
    ReadAheadWalk(Walk walk, int pages, int pageSize, OptionalLong maxRecords, Executor executor) {
        this.walk = walk;
        this.pages = pages;
        this.pageSize = pageSize;
        this.maxRecords = maxRecords;
        this.executor = executor;
    }

    @Override
    public Optional<Page> next() {
        Optional<Page> page = ahead.isEmpty() ? walk.next() : Ahead.fetched(ahead.remove(), ahead::clear, walk::next);
        page.ifPresent(found -> {
            given += found.records().size();
            fetchAhead();
        });
        return page;
    }

    private void fetchAhead() {
        while (ahead.size() < pages && mayBeWanted(given + (long) ahead.size() * pageSize)) {
            ahead.add(
                    ahead.isEmpty()
                            ? CompletableFuture.supplyAsync(walk::next, executor)
                            : ahead.getLast().thenApplyAsync(before -> before.flatMap(some -> walk.next()), executor));
        }
    }

    private boolean mayBeWanted(long rowsBefore) {
        return maxRecords.isEmpty() || rowsBefore < maxRecords.getAsLong();
    }
}
