package io.github.camelcallrail.agency;

import static java.util.Objects.requireNonNull;

/**
 * How long the consumer of one account may poll before others have their turn. After that its scheduler polls again
 * behind those that wait now. Used by the thread that polls.
 */
public final class PollTurn {

    /** So that the page that a resumed walk requests again is a small part of all its requests. */
    static final int PAGES = 20;

    /** For a consumer that shares its threads with no others. */
    public static final PollTurn ENDLESS = new PollTurn(null);

    private final PollThreads threads;
    private int pages;
    private boolean over;

    private PollTurn(PollThreads threads) {
        this.threads = threads;
    }

    static PollTurn on(PollThreads threads) {
        return new PollTurn(requireNonNull(threads, "threads are null"));
    }

    /** A page was sent and confirmed. */
    public void pageDone() {
        pages++;
    }

    /** Whether to stop polling here, so that others have their turn; the consumer must be able to resume. */
    public boolean isOver() {
        over = threads != null && pages >= PAGES && threads.waiting();
        return over;
    }

    /** Begins the next turn; tells whether the last one ended early. */
    boolean next() {
        boolean early = over;
        over = false;
        pages = 0;
        return early;
    }
}
