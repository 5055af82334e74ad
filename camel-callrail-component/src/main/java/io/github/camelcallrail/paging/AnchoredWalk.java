package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.query.TimeOrder;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.DateWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A walk through a list sorted by time. Every record that is in the list throughout the walk, at the same time, is
 * delivered exactly once, whatever records appear and disappear between two pages. Records that appear before the place
 * reached are not seen.
 *
 * <p>It pages by number as long as the pages fit together ({@link WalkSegment}). If they do not, and after a certain
 * number of pages in any case, it begins a new segment: page 1 from the minute of the last delivered record, without
 * the records of that minute that were already delivered. Everything before that minute has been delivered, and page 1
 * shows the list at one moment, so nothing can be skipped. The other end of the window does not change.
 *
 * <p>A record without a usable time is delivered where it appears, and no segment begins at it.
 *
 * <p>If page numbers end before the list does, it also begins a new segment, and later segments are no longer than
 * that.
 *
 * <p>If the records end before the counted total, twice the same, the total is wrong, and the walk ends. If a new
 * segment does not begin at its minute, times of day have no effect, and the walk pages by number from then on.
 *
 * <p>It does not notice when one record appears and another disappears between the same two requests. Without totals it
 * also does not notice a record that disappears while the walk reads records of one minute, or records without a time,
 * that fill more than a page.
 */
final class AnchoredWalk implements Walk {

    private static final int MAX_FRUITLESS_ATTEMPTS = 3;

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final SegmentLength length;
    private final TimeOrder order;
    private final DeviationListener deviations;
    private final RecordTime times;
    private final ReachedMinute reached;
    private WalkSegment segment;
    private Optional<LeftSegment> left = Optional.empty();
    private Optional<Miscount> miscount = Optional.empty();
    private boolean byNumberOnly;
    private long delivered;
    private long outsideSegment;
    private int fruitlessAttempts;
    private int requests;

    /**
     * @param length the maximum number of pages in a segment if the list has totals to check them
     * @param order the order of the list
     */
    AnchoredWalk(
            ReportQuery query,
            PageFetcher fetcher,
            SegmentLength length,
            TimeOrder order,
            DeviationListener deviations) {
        this.query = query;
        this.fetcher = fetcher;
        this.length = length;
        this.order = order;
        this.deviations = deviations;
        this.times = RecordTime.of(query);
        this.reached = new ReachedMinute(order);
        this.segment = new WalkSegment(query, length, order);
    }

    @Override
    public boolean oldestFirst() {
        return order == TimeOrder.OLDEST_FIRST;
    }

    /** The number of requests so far. */
    int requests() {
        return requests;
    }

    @Override
    public Optional<Page> next() {
        if (segment.ended()) {
            return Optional.empty();
        }
        Page page;
        do {
            page = read();
        } while (page.records().isEmpty() && !segment.ended());
        return Optional.of(page);
    }

    /** Sends one request; the page has no records if none are new or none are reliable. */
    private Page read() {
        ReportQuery rest = rest();
        if (segment.isLongEnough() && !byNumberOnly && !isCurrent(rest)) {
            left = Optional.of(new LeftSegment(segment, outsideSegment));
            begin(rest);
        }
        Page page;
        try {
            requests++;
            page = fetcher.page(segment.query(), segment.nextNumber());
        } catch (CallRailFailure failure) {
            if (!PageLimit.mayExplain(failure, segment.nextNumber())) {
                throw failure;
            }
            endOfPages(rest, Optional.of(failure), true);
            return Page.empty().with(List.of(), total());
        }
        if (segment.lacksRecords(page)) {
            endOfPages(rest, Optional.empty(), !page.records().isEmpty());
            return page.with(List.of());
        }
        List<TimedRecord> records = TimedRecord.of(times, page);
        requireOrder(records);
        if (!beginsAtItsMinute(records)) {
            return page.with(List.of());
        }
        Optional<String> wrong = segment.take(page, records);
        if (wrong.isEmpty() || segment.isMiscounted() && isConfirmed()) {
            return deliver(page, records);
        }
        beginAgain(rest, () -> ListChangedFailure.incomplete(query.report(), wrong.get()));
        return page.with(List.of());
    }

    private Page deliver(Page page, List<TimedRecord> records) {
        List<CallRailRecord> unseen = new ArrayList<>(records.size());
        for (TimedRecord record : records) {
            if (reached.add(record)) {
                unseen.add(record.record());
            }
        }
        if (!unseen.isEmpty()) {
            fruitlessAttempts = 0;
        }
        delivered += unseen.size();
        outsideSegment -= records.size() - unseen.size();
        return page.with(unseen, total());
    }

    private void requireOrder(List<TimedRecord> records) {
        TimedRecord.outOfOrder(records, order).ifPresent(record -> {
            Report report = query.report();
            throw CallRailFailure.of(
                    FailureKind.MALFORMED,
                    ("Report '%s' came %s on its first page, but a record of %s came after one of a later place in that"
                                    + " order (assumption '%s'). Pages are matched by these times, so the report cannot"
                                    + " be read.")
                            .formatted(
                                    report,
                                    order == TimeOrder.OLDEST_FIRST ? "oldest first" : "newest first",
                                    record.record().get(report.timeField().orElseThrow()),
                                    order == TimeOrder.OLDEST_FIRST ? Assumption.SORT : Assumption.NEWEST_FIRST));
        });
    }

    /**
     * Whether the first page of a segment begins where it was requested. If not, times of day have no effect: the
     * segment before it continues, if its page numbers are still good.
     */
    private boolean beginsAtItsMinute(List<TimedRecord> records) {
        Optional<LeftSegment> before = left;
        left = Optional.empty();
        if (segment.nextNumber() > 1 || byNumberOnly) {
            return true;
        }
        DateWindow window = segment.query().window().orElseThrow();
        Optional<Instant> first =
                records.stream().flatMap(record -> record.minute().stream()).findFirst();
        boolean outside = order == TimeOrder.OLDEST_FIRST
                ? first.filter(window.startInstant()::isAfter).isPresent()
                : first.filter(window.endInstant()::isBefore).isPresent();
        if (!outside || isWhole(window)) {
            return true;
        }
        deviations.differs(
                Assumption.TIMES_OF_DAY,
                "A list requested from a minute on begins earlier. It is read by page number from now on.");
        byNumberOnly = true;
        before.ifPresent(known -> {
            segment = known.segment();
            outsideSegment = known.outside();
        });
        return before.isEmpty();
    }

    private boolean isWhole(DateWindow window) {
        return query.window().filter(window::equals).isPresent();
    }

    /**
     * Decides what it means that page numbers end before the counted records do.
     *
     * @param unusual whether that did not show by an empty page
     */
    private void endOfPages(ReportQuery rest, Optional<CallRailFailure> rejection, boolean unusual) {
        if (!segment.latestWasShort()) {
            beginBeforeLimit(rest, rejection);
            return;
        }
        if (unusual) {
            deviations.differs(Assumption.PAGES_BEYOND, PageLimit.UNUSUAL_END);
        }
        if (segment.total().isEmpty()) {
            segment.end();
        } else if (!isConfirmed()) {
            String why = segment.miscounted();
            beginAgain(rest, () -> ListChangedFailure.incomplete(query.report(), why));
        }
    }

    /** Ends the segment if the reading before it counted and listed the same. */
    private boolean isConfirmed() {
        Miscount now = segment.miscount();
        boolean confirmed = miscount.filter(now::equals).isPresent();
        miscount = Optional.of(now);
        if (confirmed) {
            deviations.differs(Assumption.EXACT_TOTALS, now.detail());
            segment.end();
        }
        return confirmed;
    }

    /** Continues by time where page numbers end, if there is a later minute to begin at. */
    private void beginBeforeLimit(ReportQuery rest, Optional<CallRailFailure> rejection) {
        PageLimit limit = new PageLimit(query, segment.delivered(), segment.total());
        // The list may just have become shorter.
        if (isCurrent(rest) && firstPage(rest).totalRecords().equals(segment.total())) {
            throw limit.failure(rejection);
        }
        if (!isCurrent(rest)) {
            length.learn(segment.nextNumber() - 1);
        }
        beginAgain(rest, () -> limit.failure(rejection));
    }

    private Page firstPage(ReportQuery rest) {
        requests++;
        return fetcher.page(rest, 1);
    }

    private void beginAgain(ReportQuery rest, Supplier<CallRailFailure> failure) {
        if (fruitlessAttempts == MAX_FRUITLESS_ATTEMPTS) {
            throw failure.get();
        }
        fruitlessAttempts++;
        begin(rest);
    }

    private void begin(ReportQuery rest) {
        segment = new WalkSegment(rest, length, order);
        outsideSegment = delivered;
    }

    /** Whether a query begins with the same records as the current segment. */
    private boolean isCurrent(ReportQuery rest) {
        return rest.window().equals(segment.query().window());
    }

    /** What is left to read: from the minute reached. */
    private ReportQuery rest() {
        return reached.minute().map(this::from).orElse(query);
    }

    private ReportQuery from(Instant minute) {
        DateWindow window = query.window().orElseThrow();
        return query.within(
                order == TimeOrder.OLDEST_FIRST
                        ? window.startingAt(minute)
                        : window.endingAt(minute, query.report().precision().orElseThrow()));
    }

    /** A segment that another one follows although its page numbers are still good. */
    private record LeftSegment(WalkSegment segment, long outside) {}

    private OptionalLong total() {
        OptionalLong counted = segment.total();
        return counted.isPresent() ? OptionalLong.of(outsideSegment + counted.getAsLong()) : counted;
    }
}
