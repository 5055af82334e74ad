package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Assumption;
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
 * A walk that follows the links from page to page. There are no totals, so it cannot check completeness; but it checks
 * that every record lies in the window, because a link might lead to other dates. A record without a usable time passes
 * this check.
 */
final class LinkedWalk implements Walk {

    /** CallRail keeps 25 months, and no window reaches further back. */
    private static final Duration LONGER_THAN_KEPT = Duration.ofDays(800);

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final Optional<RecordTime> times;
    private final SeenIds seen = SeenIds.empty();
    private Optional<String> link = Optional.empty();
    private boolean started;
    private boolean ended;

    LinkedWalk(ReportQuery query, PageFetcher fetcher) {
        this.query = query;
        this.fetcher = fetcher;
        this.times = query.window().map(window -> times(query, window));
    }

    @Override
    public Optional<Page> next() {
        if (ended) {
            return Optional.empty();
        }
        Page page = started ? fetcher.linked(query, link.orElseThrow()) : fetcher.page(query, 1);
        started = true;
        List<CallRailRecord> unseen = new ArrayList<>();
        for (CallRailRecord record : page.records()) {
            requireInWindow(record);
            if (seen.add(record)) {
                unseen.add(record);
            }
        }
        // Circular links would use up the account's quota.
        if (page.next().isPresent() && unseen.isEmpty()) {
            throw malformed("a link to a page without new records");
        }
        link = page.next();
        ended = link.isEmpty();
        return Optional.of(page.with(unseen));
    }

    private void requireInWindow(CallRailRecord record) {
        Optional<DateWindow> window = query.window();
        boolean outside = times.flatMap(read -> read.of(record))
                .filter(time -> !window.orElseThrow().contains(time))
                .isPresent();
        if (outside) {
            throw malformed("a record of %s, outside the requested dates (assumption '%s')"
                    .formatted(record.get(times.get().field()), Assumption.LINKS));
        }
    }

    /** The times that a link without our dates could return: from the oldest records that CallRail has until now. */
    private static RecordTime times(ReportQuery query, DateWindow window) {
        return RecordTime.within(
                query.report().timeField().orElseThrow(),
                window.endInstant().minus(LONGER_THAN_KEPT),
                window.startInstant().plus(LONGER_THAN_KEPT));
    }

    private CallRailFailure malformed(String what) {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                "Report '%s' with pagination=relative got %s. Remove option 'pagination' to page by number."
                        .formatted(query.report(), what));
    }
}
