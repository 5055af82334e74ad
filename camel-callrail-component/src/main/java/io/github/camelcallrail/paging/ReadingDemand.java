package io.github.camelcallrail.paging;

/**
 * How far a walk may go: as many pages ahead of its reader as the policy allows. Used by the reader, and by the threads
 * that fetch for it.
 */
final class ReadingDemand {

    private static final Runnable NOTHING = () -> {};

    private final int pagesAhead;
    private final int pageSize;
    private final long maxRecords;
    private long asked;
    private long begun;
    private long place;
    private Runnable waiting = NOTHING;

    /** @param maxRecords the number of records that the reader reads at most */
    ReadingDemand(int pagesAhead, int pageSize, long maxRecords) {
        this.pagesAhead = pagesAhead;
        this.pageSize = pageSize;
        this.maxRecords = maxRecords;
    }

    /** The reader asks for its next page. */
    void ask() {
        Runnable ready;
        synchronized (this) {
            asked++;
            ready = ready();
        }
        ready.run();
    }

    /** The walk begins to fetch its next page. */
    synchronized void begin() {
        begun++;
    }

    /**
     * Runs an action as soon as a page may be fetched, at once or when the reader asks. An action that waits is
     * replaced by the next one.
     *
     * @param pagesFurther how many pages after the one that the walk began last
     */
    void whenWanted(int pagesFurther, Runnable action) {
        Runnable ready;
        synchronized (this) {
            place = begun + pagesFurther;
            waiting = action;
            ready = ready();
        }
        ready.run();
    }

    private Runnable ready() {
        if (place > asked + pagesAhead || (place - 1) * pageSize >= maxRecords) {
            return NOTHING;
        }
        Runnable ready = waiting;
        waiting = NOTHING;
        return ready;
    }
}
