package io.github.camelcallrail.feed;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * A feed that begins anew, from what is confirmed, when CallRail turns out to refuse columns: what was sent with them can only be
 * compared without them by a checkpoint that knows.
 */
final class RestartableFeed implements Feed {

    private final Supplier<IncrementalFeed> begin;
    private IncrementalFeed current;

    RestartableFeed(Supplier<IncrementalFeed> begin) {
        this.begin = begin;
        this.current = begin.get();
    }

    @Override
    public boolean hasNext() {
        return current.hasNext() || current.outdated();
    }

    // Not before the next page is asked for: by then all of the one before is confirmed.
    @Override
    public Queue<Object> page() {
        while (!current.hasNext() && current.outdated()) {
            current.close();
            current = begin.get();
        }
        return current.hasNext() ? current.page() : new ArrayDeque<>();
    }

    @Override
    public void settle(Delivery delivery, boolean done) {
        current.settle(delivery, done);
    }

    @Override
    public void confirm() {
        current.confirm();
    }

    @Override
    public void close() {
        current.close();
    }
}
