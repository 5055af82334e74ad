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
 * A walk through a list that is sorted by time, oldest first. No row that stood while it was read is missed or given twice,
 * whatever rows come and go between two pages; rows that come in before the place reached are not seen.
 *
 * <p>It pages by number as long as the pages go together ({@link WalkSegment}). When they do not, and every so many pages in any
 * case, it begins a new segment: page 1 from the minute of the last row given, without the rows of that minute that were given.
 * Everything before that minute was given, and page 1 is of one moment, so nothing can be skipped. The end of the window stays.
 *
 * <p>A row whose time says nothing stands behind the row before it: it is given where it comes, and no segment begins at it.
 *
 * <p>Where pages by number end before the list does, it begins a new segment as well, and none is longer from then on.
 *
 * <p>Not noticed is a row that comes and another that goes between the same two requests. Nor, where CallRail gives no totals,
 * is a row that goes while more rows of one minute, or without a time, than a page holds are read.
 */
final class AnchoredWalk implements Walk {

    private static final int VAIN_ATTEMPTS = 3;

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final SegmentLength length;
    private final LatestMinute latest = new LatestMinute();
    private WalkSegment segment;
    private long given;
    private long outsideSegment;
    private int vainAttempts;

    /** @param length how many pages a segment has at most, where totals watch over them */
    AnchoredWalk(ReportQuery query, PageFetcher fetcher, SegmentLength length) {
        this.query = query;
        this.fetcher = fetcher;
        this.length = length;
        this.segment = new WalkSegment(query, length);
    }

    @Override
    public Optional<Page> next() {
        if (segment.over()) {
            return Optional.empty();
        }
        Page page;
        do {
            page = read();
        } while (page.records().isEmpty() && !segment.over());
        return Optional.of(page);
    }

    /** One request; no rows when it brought none that are new, or none that are good. */
    private Page read() {
        ReportQuery rest = fromLatest();
        // The same window would begin with the same rows.
        if (segment.longEnough() && !rest.window().equals(segment.query().window())) {
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
        if (segment.lacks(page)) {
            beginBeforeLimit(rest, Optional.empty());
            return page.with(List.of());
        }
        List<TimedRecord> rows = TimedRecord.of(query, page);
        Optional<String> wrong = segment.take(page, rows);
        if (wrong.isPresent()) {
            beginAgain(rest, () -> ListChangedFailure.incomplete(query.report(), wrong.get()));
            return page.with(List.of());
        }
        List<CallRailRecord> unseen =
                rows.stream().filter(latest::add).map(TimedRecord::row).toList();
        if (!unseen.isEmpty()) {
            vainAttempts = 0;
        }
        given += unseen.size();
        outsideSegment -= rows.size() - unseen.size();
        return page.with(unseen, total());
    }

    /** Goes on by time where pages by number end; not where there is no later minute to begin at. */
    private void beginBeforeLimit(ReportQuery rest, Optional<CallRailFailure> refusal) {
        PageLimit limit = new PageLimit(query, segment.served(), segment.total());
        boolean sameMinute = rest.window().equals(segment.query().window());
        // The list may only have become shorter.
        if (sameMinute && fetcher.page(rest, 1).totalRecords().equals(segment.total())) {
            throw limit.reached(refusal);
        }
        if (!sameMinute) {
            length.learn(segment.nextNumber() - 1);
        }
        beginAgain(rest, () -> limit.reached(refusal));
    }

    private void beginAgain(ReportQuery rest, Supplier<CallRailFailure> failure) {
        if (vainAttempts == VAIN_ATTEMPTS) {
            throw failure.get();
        }
        vainAttempts++;
        begin(rest);
    }

    private void begin(ReportQuery rest) {
        segment = new WalkSegment(rest, length);
        outsideSegment = given;
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
