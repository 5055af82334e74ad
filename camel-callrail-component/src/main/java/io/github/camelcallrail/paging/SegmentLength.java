package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.query.TimeOrder;

/**
 * How many pages of a list sorted by time are read by number before a new segment begins at the last record. So
 * CallRail never has to skip many records, however long the history, and no limit on the records that can be read by
 * page number is reached: 10,000 is usual for similar services. A smaller limit is learned when the same page is
 * rejected twice. Read by several threads, changed by one.
 */
final class SegmentLength {

    /** The usual number of pages when they are read one after the other. */
    static final int USUAL = 20;

    /** Segments stay below this number of records, because a count of exactly this many may mean more. */
    private static final int RECORD_LIMIT = 10_000;

    private volatile int pages;
    private int suspected;

    /** For the walk of a query; see the constructor. */
    static SegmentLength of(ReportQuery query, int parallel) {
        boolean rereadsTop = query.timeOrder()
                .filter(order -> order == TimeOrder.NEWEST_FIRST)
                .isPresent();
        // Another segment costs a request, and such a list is read from its top once more in any case.
        return new SegmentLength(query.pageSize(), rereadsTop ? RECORD_LIMIT : parallel);
    }

    /**
     * @param parallel how many pages are read at the same time; as the first page of a segment is read alone, more
     *     parallel pages need longer segments
     */
    SegmentLength(int pageSize, int parallel) {
        this.pages = Math.max(1, Math.min(USUAL * parallel, (RECORD_LIMIT - 1) / pageSize));
    }

    int pages() {
        return pages;
    }

    /**
     * Takes note that only this many pages could be read; the first time, the reason may be a list that has become
     * shorter, or an invalid response.
     */
    void learn(int readable) {
        if (suspected == readable) {
            pages = Math.max(1, Math.min(pages, readable));
        }
        suspected = readable;
    }
}
