package io.github.camelcallrail.feed;

import java.util.Queue;

/**
 * What a consumer hands out, page by page, in one reading that may take several polls. Used by one thread. When a method fails
 * the feed is of no more use, and another reading has to begin; unless the kind of the failure only postpones, when it may be asked
 * on.
 */
public interface Feed {

    /** Whether there is another page with something to hand out; fetches as many as it takes to know. */
    boolean hasNext();

    /** What the next page has to hand out, as {@link Delivery}; empty at the end. */
    Queue<Object> page();

    /** Takes note of what became of a delivery. */
    void settle(Delivery delivery, boolean done);

    /** Makes sure that what is settled does not come again, where the feed remembers that. */
    void confirm();

    /** Confirms, and takes note of the end when it is reached. */
    void close();
}
