package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.query.TimeOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A walk through a list that should be sorted by time. Its first page shows whether it is; if it is not, a walk that
 * needs no such order reads it, beginning with that page.
 */
final class OrderedWalk implements Walk {

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final SegmentLength length;
    private final DeviationListener deviations;
    private Walk walk;

    OrderedWalk(ReportQuery query, PageFetcher fetcher, SegmentLength length, DeviationListener deviations) {
        this.query = query;
        this.fetcher = fetcher;
        this.length = length;
        this.deviations = deviations;
    }

    @Override
    public Optional<Page> next() {
        if (walk == null) {
            Page first = fetcher.page(query, 1);
            walk = walk(first, new FirstPage(first, fetcher));
        }
        return walk.next();
    }

    @Override
    public boolean oldestFirst() {
        return walk != null && walk.oldestFirst();
    }

    private Walk walk(Page first, PageFetcher pages) {
        TimeOrder expected = query.timeOrder().orElseThrow();
        List<TimedRecord> records = TimedRecord.of(RecordTime.of(query), first);
        if (TimedRecord.outOfOrder(records, expected).isEmpty()) {
            return walk(expected, pages);
        }
        if (expected == TimeOrder.NEWEST_FIRST) {
            deviations.differs(
                    Assumption.NEWEST_FIRST, "The first page is not newest first. The list is read in any order.");
            return new VerifiedWalk(query, pages, deviations);
        }
        if (TimedRecord.outOfOrder(records, TimeOrder.NEWEST_FIRST).isEmpty()) {
            deviations.differs(
                    Assumption.SORT, "The first page is newest first. The list is read from its end backwards.");
            return walk(TimeOrder.NEWEST_FIRST, pages);
        }
        deviations.differs(Assumption.SORT, "The first page is not sorted by time. The list is read in any order.");
        return new VerifiedWalk(query, pages, deviations);
    }

    private Walk walk(TimeOrder order, PageFetcher pages) {
        Supplier<AnchoredWalk> walks = () -> new AnchoredWalk(query, pages, length, order, deviations);
        return order == TimeOrder.OLDEST_FIRST ? walks.get() : new NewestFirstWalk(query, walks);
    }
}
