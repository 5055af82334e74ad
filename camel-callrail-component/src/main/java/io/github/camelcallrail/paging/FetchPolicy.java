package io.github.camelcallrail.paging;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * How the pages of a walk are fetched. The result of the walk does not depend on it.
 *
 * @param pagesAhead how many pages to fetch before they are requested; 0 to fetch each page on request
 * @param parallel how many pages of a list to fetch at the same time, 1 or more
 * @param executor runs these fetches: for each walk at most as many tasks as there are pages to fetch, and one more
 * @param wanted whether anybody still reads; if not, nothing is fetched before it is requested
 */
public record FetchPolicy(int pagesAhead, int parallel, Executor executor, BooleanSupplier wanted) {

    public FetchPolicy {
        requireNonNull(executor, "executor is null");
        requireNonNull(wanted, "wanted is null");
        if (pagesAhead < 0 || parallel < 1) {
            throw new IllegalArgumentException(pagesAhead + " pages ahead, " + parallel + " at once");
        }
    }

    /** For readers that read to the end. */
    FetchPolicy(int pagesAhead, int parallel, Executor executor) {
        this(pagesAhead, parallel, executor, () -> true);
    }
}
