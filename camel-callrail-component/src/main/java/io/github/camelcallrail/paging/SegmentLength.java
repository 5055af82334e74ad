package io.github.camelcallrail.paging;

/**
 * How many pages a list sorted by time is read by number before it is begun anew at the last record. So CallRail never has to count
 * off many records, however long the history, and never meets a limit of records that can be had by page number: of services like
 * it the usual one is 10,000. A smaller one is learned when a page is refused twice. Read by several threads, and changed by one.
 */
final class SegmentLength {

    /** Pages that are read one after the other. */
    static final int USUAL = 20;

    /** Fewer than that many records, because a count of exactly so many may mean more. */
    private static final int LIMIT_OF_RECORDS = 10_000;

    private volatile int pages;
    private int suspected;

    /** @param parallel how many pages are read at once: as a segment begins with one page alone, it should be long enough for those */
    SegmentLength(int pageSize, int parallel) {
        this.pages = Math.max(1, Math.min(USUAL * parallel, (LIMIT_OF_RECORDS - 1) / pageSize));
    }

    int pages() {
        return pages;
    }

    /** Only so many pages could be had; a list that has become shorter, or a bad answer, may be the reason the first time. */
    void learn(int most) {
        if (suspected == most) {
            pages = Math.max(1, Math.min(pages, most));
        }
        suspected = most;
    }
}
