package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.ReportQuery;
import java.util.List;
import java.util.Optional;

/**
 * A walk by page numbers.
 *
 * <p>Page numbers count rows, so a row added or removed while the walk goes on shifts all rows behind it, and one may be
 * skipped or come twice. What can be known of that is checked: the total may not change from page to page; in the end as many
 * different rows must have come as were counted; and where new rows do not come last, page 1 is read again after a last page
 * that is not the first, and must be the same.
 */
final class NumberedWalk implements Walk {

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final boolean chronological;
    private final SeenIds seen;
    private Page first;
    private int number;
    private long read;
    private long given;
    private boolean over;

    NumberedWalk(ReportQuery query, PageFetcher fetcher, boolean chronological) {
        this.query = query;
        this.fetcher = fetcher;
        this.chronological = chronological;
        this.seen = chronological
                ? SeenIds.ofLatestMinute(query.report().timeField().orElseThrow())
                : SeenIds.all();
    }

    @Override
    public Optional<Page> next() {
        if (over) {
            return Optional.empty();
        }
        Page page = fetcher.page(query, ++number);
        if (first == null) {
            first = page;
        }
        requireSameTotal(page, "page " + number);
        List<CallRailRecord> unseen = page.records().stream().filter(seen::add).toList();
        read += page.records().size();
        given += unseen.size();
        over = isLast(page);
        if (over) {
            requireComplete();
        }
        return Optional.of(page.with(unseen));
    }

    private boolean isLast(Page page) {
        if (page.records().isEmpty()) {
            return true;
        }
        if (page.totalPages().isPresent()) {
            return number >= page.totalPages().getAsInt();
        }
        return page.totalRecords().isPresent() && read >= page.totalRecords().getAsLong();
    }

    private void requireComplete() {
        if (first.totalRecords().isPresent() && given != first.totalRecords().getAsLong()) {
            throw incomplete("page 1 counted %d rows, and %d different ones came"
                    .formatted(first.totalRecords().getAsLong(), given));
        }
        boolean totalWatches = chronological && first.totalRecords().isPresent();
        if (number > 1 && !totalWatches) {
            Page again = fetcher.page(query, 1);
            requireSameTotal(again, "page 1 read again");
            if (!again.ids().equals(first.ids())) {
                throw incomplete("page 1 read again at the end holds other rows");
            }
        }
    }

    private void requireSameTotal(Page page, String which) {
        if (!page.totalRecords().equals(first.totalRecords())) {
            throw incomplete("page 1 counted %s rows, %s counts %s".formatted(count(first), which, count(page)));
        }
    }

    private static String count(Page page) {
        return page.totalRecords().isPresent()
                ? Long.toString(page.totalRecords().getAsLong())
                : "no";
    }

    private CallRailFailure incomplete(String how) {
        return CallRailFailure.of(
                FailureKind.INCOMPLETE,
                "Report '%s' changed while it was read: %s, so rows may be missing. Read it again."
                        .formatted(query.report(), how));
    }
}
