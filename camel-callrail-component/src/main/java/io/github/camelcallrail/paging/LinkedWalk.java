package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.DateWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A walk that follows the links from page to page. It knows no totals, so nothing can be reconciled; what it does check is
 * that every record lies in the window: links were seen to repeat dates and filters, but are not documented to. A record whose
 * time says nothing says nothing of that either.
 */
final class LinkedWalk implements Walk {

    /** CallRail keeps 25 months, and no window reaches back further. */
    private static final Duration LONGER_THAN_KEPT = Duration.ofDays(800);

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final Optional<RecordTime> times;
    private final SeenIds seen = SeenIds.all();
    private Optional<String> link = Optional.empty();
    private boolean begun;
    private boolean over;

    LinkedWalk(ReportQuery query, PageFetcher fetcher) {
        this.query = query;
        this.fetcher = fetcher;
        this.times = query.window().map(window -> times(query, window));
    }

    @Override
    public Optional<Page> next() {
        if (over) {
            return Optional.empty();
        }
        Page page = begun ? fetcher.linked(query, link.orElseThrow()) : fetcher.page(query, 1);
        begun = true;
        List<CallRailRecord> unseen = new ArrayList<>();
        for (CallRailRecord row : page.records()) {
            requireInWindow(row);
            if (seen.add(row)) {
                unseen.add(row);
            }
        }
        // Links that lead in a circle would use up the account's quota.
        if (page.next().isPresent() && unseen.isEmpty()) {
            throw malformed("a link to a page without new rows");
        }
        link = page.next();
        over = link.isEmpty();
        return Optional.of(page.with(unseen));
    }

    private void requireInWindow(CallRailRecord row) {
        Optional<DateWindow> window = query.window();
        boolean outside = times.flatMap(read -> read.of(row))
                .filter(time -> !window.orElseThrow().contains(time))
                .isPresent();
        if (outside) {
            throw malformed("a row of %s, outside the dates that were asked for"
                    .formatted(row.get(times.get().field())));
        }
    }

    /** What a link that has lost our dates can bring: records as old as CallRail has, or as new as of now. */
    private static RecordTime times(ReportQuery query, DateWindow window) {
        return RecordTime.within(
                query.report().timeField().orElseThrow(),
                window.endInstant().minus(LONGER_THAN_KEPT),
                window.startInstant().plus(LONGER_THAN_KEPT));
    }

    private CallRailFailure malformed(String what) {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                "Report '%s' with pagination=relative got %s. Leave option 'pagination' out to page by number."
                        .formatted(query.report(), what));
    }
}
