package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.List;
import java.util.Optional;

/**
 * A walk through a list that comes newest first and mostly grows, such as the messages of a conversation. A record that
 * is added shifts the others to later pages, where they come twice, but none is passed over. The list is complete when
 * as many different records came as the latest response counts, and page 1, read again at the end, agrees. It need not
 * stand still for that: a record may be added between any two requests.
 *
 * <p>If the list changes in any other way, or gives no count, a {@link VerifiedWalk} reads it, and delivers what was
 * not delivered yet. A walk does not notice when one record appears and another disappears between the same two
 * requests.
 */
final class GrowingListWalk implements Walk {

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final DeviationListener deviations;
    private final SeenIds seen = SeenIds.empty();
    private Walk otherwise;
    private long total;
    private int number;
    private boolean ended;

    GrowingListWalk(ReportQuery query, PageFetcher fetcher, DeviationListener deviations) {
        this.query = query;
        this.fetcher = fetcher;
        this.deviations = deviations;
    }

    @Override
    public Optional<Page> next() {
        if (otherwise != null) {
            return otherwise.next();
        }
        if (ended) {
            return Optional.empty();
        }
        boolean isFirst = number == 0;
        Page page = fetcher.page(query, number + 1);
        if (page.totalRecords().orElse(-1) < total) {
            verifyFrom(isFirst ? new FirstPage(page, fetcher) : fetcher);
            return otherwise.next();
        }
        total = page.totalRecords().getAsLong();
        number++;
        long before = seen.inThisPass();
        List<CallRailRecord> unseen = page.records().stream().filter(seen::add).toList();
        if (seen.inThisPass() == total) {
            // Page 1 shows whether the other pages still belong to the same list.
            ended = isFirst;
            number = 0;
        } else if (seen.inThisPass() > total || seen.inThisPass() == before) {
            verifyFrom(fetcher);
        }
        return Optional.of(page.with(unseen));
    }

    private void verifyFrom(PageFetcher pages) {
        seen.beginPass();
        otherwise = new VerifiedWalk(query, pages, deviations, seen);
    }
}
