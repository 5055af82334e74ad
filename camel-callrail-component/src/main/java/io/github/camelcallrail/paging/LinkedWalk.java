package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.ReportQuery;
import io.github.camelcallrail.window.DateWindow;
import io.github.camelcallrail.window.TimeText;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A walk that follows the links from page to page. It knows no totals, so nothing can be reconciled; what it does check is
 * that every row lies in the window: links were seen to repeat dates and filters, but are not documented to.
 */
final class LinkedWalk implements Walk {

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final SeenIds seen = SeenIds.all();
    private Optional<String> link = Optional.empty();
    private boolean begun;
    private boolean over;

    LinkedWalk(ReportQuery query, PageFetcher fetcher) {
        this.query = query;
        this.fetcher = fetcher;
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
        if (window.isEmpty()) {
            return;
        }
        Object time = row.get(query.report().timeField().orElseThrow());
        try {
            if (window.get().contains(TimeText.instant(String.valueOf(time)))) {
                return;
            }
        } catch (DateTimeException e) {
            throw malformed("a row whose time cannot be read");
        }
        throw malformed("a row of %s, outside the dates that were asked for".formatted(time));
    }

    private CallRailFailure malformed(String what) {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                "Report '%s' with pagination=relative got %s. Leave option 'pagination' out to page by number."
                        .formatted(query.report(), what));
    }
}
