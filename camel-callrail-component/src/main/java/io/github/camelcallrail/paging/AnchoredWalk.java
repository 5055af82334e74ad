package io.github.camelcallrail.paging;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.ReportQuery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A walk through a list that is sorted by time, oldest first. No row that stood while it was read is missed or given twice,
 * whatever rows come and go between two pages; rows that come in before the place reached are not seen.
 *
 * <p>It pages by number as long as the pages go together ({@link Segment}). When they do not, and every so many pages in any
 * case, it begins a new segment: page 1 from the minute of the last row given, without the rows of that minute that were given.
 * Everything before that minute was given, and page 1 is of one moment, so nothing can be skipped. The end of the window stays.
 *
 * <p>Not noticed is a row that comes and another that goes between the same two requests. Nor, where CallRail gives no totals,
 * is a row that goes while more rows of one minute than a page holds are read.
 */
final class AnchoredWalk implements Walk {

    private static final int VAIN_ATTEMPTS = 3;

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final int deepest;
    private final LatestMinute latest = new LatestMinute();
    private Segment segment;
    private long given;
    private long outsideSegment;
    private int vainAttempts;

    /** @param deepest how many pages a segment has at most, where totals watch over them */
    AnchoredWalk(ReportQuery query, PageFetcher fetcher, int deepest) {
        this.query = query;
        this.fetcher = fetcher;
        this.deepest = deepest;
        this.segment = new Segment(query, deepest);
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
        Page page = fetcher.page(segment.query(), segment.nextNumber());
        List<TimedRow> rows = TimedRow.of(query.report(), page);
        Optional<String> wrong = segment.take(page, rows);
        if (wrong.isPresent()) {
            if (vainAttempts == VAIN_ATTEMPTS) {
                throw ListChanged.incomplete(query.report(), wrong.get());
            }
            vainAttempts++;
            begin(rest);
            return page.with(List.of());
        }
        List<CallRailRecord> unseen =
                rows.stream().filter(latest::add).map(TimedRow::row).toList();
        if (!unseen.isEmpty()) {
            vainAttempts = 0;
        }
        given += unseen.size();
        outsideSegment -= rows.size() - unseen.size();
        return page.with(unseen, total());
    }

    private void begin(ReportQuery rest) {
        segment = new Segment(rest, deepest);
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
