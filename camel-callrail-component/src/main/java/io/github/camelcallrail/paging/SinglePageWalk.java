package io.github.camelcallrail.paging;

import java.util.Optional;
import java.util.function.Supplier;

/** A walk through a report that has a single page. */
final class SinglePageWalk implements Walk {

    private final Supplier<Page> read;
    private boolean ended;

    SinglePageWalk(Supplier<Page> read) {
        this.read = read;
    }

    @Override
    public Optional<Page> next() {
        if (ended) {
            return Optional.empty();
        }
        Page page = read.get();
        ended = true;
        return Optional.of(page);
    }
}
