package io.github.camelcallrail.feed;

import java.util.Queue;

/**
 * The deliveries of a consumer, page by page, in one reading that may take several polls. Used by one thread. After a
 * failure the feed cannot be used any longer and a new one is needed, unless the kind of the failure postpones: then
 * the feed can be used again later.
 */
public interface Feed {

    /** Whether there is another page with deliveries; fetches as many pages as it takes to know. */
    boolean hasNext();

    /** The deliveries of the next page, each a {@link Delivery}; empty at the end. */
    Queue<Object> page();

    /** Records the outcome of a delivery. */
    void settle(Delivery delivery, boolean done);

    /**
     * Whether a new feed would continue where this one was last confirmed, so that this one need not be kept while
     * nobody reads.
     */
    boolean resumable();

    /** Saves the settled deliveries so that they are not sent again, if the feed keeps state. */
    void confirm();

    /** Confirms, and saves that the end was reached if it was. */
    void close();
}
