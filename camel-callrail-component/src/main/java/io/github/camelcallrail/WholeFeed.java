package io.github.camelcallrail;

import java.util.Queue;

/** The whole report; nothing of it is remembered. */
record WholeFeed(Reading reading, boolean split) implements Feed {

    @Override
    public boolean hasNext() {
        return reading.cursor().hasNext();
    }

    @Override
    public Queue<Object> page() {
        return Delivery.ofPage(reading, split);
    }

    @Override
    public void settle(Delivery delivery, boolean done) {
        // The next poll reads everything anew, also what failed.
    }

    @Override
    public void confirm() {
        // As above.
    }

    @Override
    public void close() {
        // As above.
    }
}
