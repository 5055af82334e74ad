package io.github.camelcallrail.paging;

import java.util.Optional;
import java.util.function.Supplier;

/** A report that comes as one page. */
final class SinglePageWalk implements Walk {

    private final Supplier<Page> read;
    private boolean over;

    SinglePageWalk(Supplier<Page> read) {
        this.read = read;
    }

    @Override
    public Optional<Page> next() {
        if (over) {
            return Optional.empty();
        }
        Page page = read.get();
        over = true;
        return Optional.of(page);
    }
}
