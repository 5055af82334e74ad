package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A walk through a list sorted by time, oldest first. Every record that is in the list throughout the walk is delivered
 * exactly once, whatever records appear and disappear between two pages. Records that appear before the place reached
 * are not seen.
 *
 * <p>It pages by number as long as the pages fit together ({@link WalkSegment}). If they do not, and after a certain
 * number of pages in any case, it begins a new segment: page 1 from the minute of the last delivered record, without
 * the records of that minute that were already delivered. Everything before that minute has been delivered, and page 1
 * shows the list at one moment, so nothing can be skipped. The end of the window does not change.
 *
 * <p>A record without a usable time is delivered where it appears, and no segment begins at it.
 *
 * <p>If page numbers end before the list does, it also begins a new segment, and later segments are no longer than
 * that.
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
    private final LatestMinute latest = new LatestMinute();
    private WalkSegment segment;
    private long delivered;
    private long outsideSegment;
    private int fruitlessAttempts;

    /** @param length the maximum number of pages in a segment if the list has totals to check them */
    AnchoredWalk(ReportQuery query, PageFetcher fetcher, SegmentLength length) {
        this.query = query;
        this.fetcher = fetcher;
        this.length = length;
        this.segment = new WalkSegment(query, length);
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
        ReportQuery rest = fromLatest();
        // The same window would begin with the same records.
        if (segment.isLongEnough() && !rest.window().equals(segment.query().window())) {
            begin(rest);
        }
        Page page;
        try {
            page = fetcher.page(segment.query(), segment.nextNumber());
        } catch (CallRailFailure failure) {
            if (!PageLimit.mayExplain(failure, segment.nextNumber())) {
                throw failure;
            }
            beginBeforeLimit(rest, Optional.of(failure));
            return new Page(List.of(), total(), OptionalInt.empty(), Optional.empty(), Map.of());
        }
        if (segment.lacksRecords(page)) {
            beginBeforeLimit(rest, Optional.empty());
            return page.with(List.of());
        }
        List<TimedRecord> records = TimedRecord.of(query, page);
        Optional<String> wrong = segment.take(page, records);
        if (wrong.isPresent()) {
            beginAgain(rest, () -> ListChangedFailure.incomplete(query.report(), wrong.get()));
            return page.with(List.of());
        }
        List<CallRailRecord> unseen =
                records.stream().filter(latest::add).map(TimedRecord::record).toList();
        if (!unseen.isEmpty()) {
            fruitlessAttempts = 0;
        }
        delivered += unseen.size();
        outsideSegment -= records.size() - unseen.size();
        return page.with(unseen, total());
    }

    /** Continues by time where page numbers end, if there is a later minute to begin at. */
    private void beginBeforeLimit(ReportQuery rest, Optional<CallRailFailure> rejection) {
        PageLimit limit = new PageLimit(query, segment.delivered(), segment.total());
        boolean sameMinute = rest.window().equals(segment.query().window());
        // The list may just have become shorter.
        if (sameMinute && fetcher.page(rest, 1).totalRecords().equals(segment.total())) {
            throw limit.failure(rejection);
        }
        if (!sameMinute) {
            length.learn(segment.nextNumber() - 1);
        }
        beginAgain(rest, () -> limit.failure(rejection));
    }

    private void beginAgain(ReportQuery rest, Supplier<CallRailFailure> failure) {
        if (fruitlessAttempts == MAX_FRUITLESS_ATTEMPTS) {
            throw failure.get();
        }
        fruitlessAttempts++;
        begin(rest);
    }

    private void begin(ReportQuery rest) {
        segment = new WalkSegment(rest, length);
        outsideSegment = delivered;
    }

    private ReportQuery fromLatest() {
        return latest.minute()
                .map(minute -> query.within(query.window().orElseThrow().startingAt(minute)))
                .orElse(query);
    }

    private OptionalLong total() {
        OptionalLong counted = segment.total();
        return counted.isPresent() ? OptionalLong.of(outsideSegment + counted.getAsLong()) : counted;
    }
}
