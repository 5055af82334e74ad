package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.List;
import java.util.Optional;

/**
 * A walk through a list that comes newest first and mostly grows, such as the messages of a conversation. A record that
 * is added shifts the others to later pages, where they come twice, but none is passed over. So the list is complete
 * when page 1, read again after the last page, counts as many records as came. It need not stand still for that: a
 * record may be added between any two requests.
 *
 * <p>If the list changes in any other way, or gives no count, a {@link VerifiedWalk} reads it, and delivers what was
 * not delivered yet. A walk does not notice when one record appears and another disappears between the same two
 * requests.
 */
final class GrowingListWalk implements Walk {

    /** How often the list is read to its end before it is read in the other way. */
    private static final int MAX_PASSES = 3;

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final DeviationListener deviations;
    private final SeenIds seen = SeenIds.empty();
    private Walk otherwise;
    private long total;
    private long read;
    private int number;
    private int passes;
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
            readOtherwise(isFirst ? new FirstPage(page, fetcher) : fetcher);
            return otherwise.next();
        }
        total = page.totalRecords().getAsLong();
        read += page.records().size();
        number++;
        List<CallRailRecord> unseen = page.records().stream().filter(seen::add).toList();
        boolean complete = seen.inThisPass() == total;
        if (complete && isFirst) {
            ended = true;
        } else if (complete || read >= total || page.records().isEmpty()) {
            endPass();
        }
        return Optional.of(page.with(unseen));
    }

    /** Begins again with page 1, which has what was added meanwhile. */
    private void endPass() {
        passes++;
        if (passes > MAX_PASSES || seen.inThisPass() > total) {
            readOtherwise(fetcher);
        } else {
            number = 0;
            read = 0;
        }
    }

    private void readOtherwise(PageFetcher pages) {
        seen.beginPass();
        otherwise = new VerifiedWalk(query, pages, deviations, seen);
    }
}
