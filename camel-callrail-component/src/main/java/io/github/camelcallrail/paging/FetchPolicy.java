package io.github.camelcallrail.paging;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * How the pages of a walk are fetched. What comes of the walk is always the same.
 *
 * @param pagesAhead how many pages to have ready before they are asked for; 0 to fetch each when it is
 * @param parallel how many pages of a list to fetch at once, 1 or more
 * @param executor runs what is fetched ahead or at once: for each walk at most as many tasks as that, and one more
 * @param wanted whether anybody still reads; when not, nothing is fetched before it is asked for
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
