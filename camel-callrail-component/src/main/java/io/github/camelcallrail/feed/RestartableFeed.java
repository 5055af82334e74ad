package io.github.camelcallrail.feed;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * A feed that starts again from the confirmed state when CallRail turns out to reject fields. Records sent with these
 * fields can only be compared without them by a checkpoint that knows which fields are missing.
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

    // Only when the next page is requested: by then the previous page is confirmed.
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
    public boolean resumable() {
        return current.resumable();
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
