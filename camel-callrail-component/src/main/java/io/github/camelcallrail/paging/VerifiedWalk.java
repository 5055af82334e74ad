package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A walk by page numbers through a list in any order. It cannot go on from a place in the list, so when the list changed on the
 * way it reads all of it once more, and gives only the rows that it has not given.
 *
 * <p>A pass through the list is good when all pages counted as many rows, as many different ones came as were counted, and
 * page 1, read again behind a last page that is not the first, is the same. After three repeats it fails. So it does where pages
 * by number end before the list, since nothing but numbers can bring the rest.
 *
 * <p>Not noticed is a row that comes and another that goes between the same two requests, both behind page 1.
 */
final class VerifiedWalk implements Walk {

    private static final int REPEATS = 3;

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final SeenIds seen = SeenIds.all();
    private Page first;
    private List<String> latestIds = List.of();
    private int number;
    private long read;
    private int repeats;
    private boolean allPagesCame;
    private boolean over;

    VerifiedWalk(ReportQuery query, PageFetcher fetcher) {
        this.query = query;
        this.fetcher = fetcher;
    }

    @Override
    public Optional<Page> next() {
        if (over) {
            return Optional.empty();
        }
        Page page;
        do {
            page = allPagesCame ? verified() : taken(asked());
        } while (page.records().isEmpty() && !over);
        return Optional.of(page);
    }

    /** The next page; or page 1, to take up the list anew, where the next is no page of the list that page 1 counted. */
    private Page asked() {
        Optional<CallRailFailure> refusal = Optional.empty();
        try {
            Page page = fetcher.page(query, number + 1);
            if (!lacksRows(page)) {
                return page;
            }
        } catch (CallRailFailure failure) {
            if (first == null || first.totalRecords().isEmpty() || !PageLimit.mayExplain(failure, number + 1)) {
                throw failure;
            }
            refusal = Optional.of(failure);
        }
        Page again = fetcher.page(query, 1);
        if (again.totalRecords().equals(first.totalRecords())) {
            throw new PageLimit(query, read, first.totalRecords()).reached(refusal);
        }
        repeat(ListChangedFailure.otherTotal(first.totalRecords(), "page 1 read again", again.totalRecords()));
        return again;
    }

    /** Whether a page has none of the rows that are left, though it counts as many as page 1. */
    private boolean lacksRows(Page page) {
        return number > 0
                && page.totalRecords().isPresent()
                && page.totalRecords().equals(first.totalRecords())
                && read < page.totalRecords().getAsLong()
                && (page.records().isEmpty() || PageLimit.repeats(latestIds, page));
    }

    /** Takes the next page of this pass. */
    private Page taken(Page page) {
        number++;
        if (number == 1) {
            first = page;
        }
        latestIds = page.ids();
        long before = seen.inThisPass();
        List<CallRailRecord> unseen = page.records().stream().filter(seen::add).toList();
        read += page.records().size();
        if (!page.totalRecords().equals(first.totalRecords())) {
            repeat(ListChangedFailure.otherTotal(first.totalRecords(), "page " + number, page.totalRecords()));
        } else if (isLast(page)) {
            end();
        } else if (seen.inThisPass() == before) {
            // Without a count this could go on for ever.
            repeat("page %s holds only rows that came before".formatted(number));
        }
        return page.with(unseen);
    }

    private boolean isLast(Page page) {
        OptionalLong total = page.totalRecords();
        boolean lastCounted =
                page.totalPages().isPresent() && number >= page.totalPages().getAsInt();
        return page.records().isEmpty() || total.isPresent() && (lastCounted || read >= total.getAsLong());
    }

    private void end() {
        OptionalLong total = first.totalRecords();
        if (total.isPresent() && seen.inThisPass() != total.getAsLong()) {
            repeat("page 1 counted %s rows, and %s different ones came"
                    .formatted(total.getAsLong(), seen.inThisPass()));
        } else {
            allPagesCame = number > 1;
            over = number == 1;
        }
    }

    /** Reads page 1 again: no rows and the end when it is the same, otherwise the first page of the next pass. */
    private Page verified() {
        Page again = fetcher.page(query, 1);
        if (!again.totalRecords().equals(first.totalRecords())) {
            repeat(ListChangedFailure.otherTotal(first.totalRecords(), "page 1 read again", again.totalRecords()));
        } else if (!again.ids().equals(first.ids())) {
            repeat("page 1 read again at the end holds other rows");
        } else {
            over = true;
            return again.with(List.of());
        }
        return taken(again);
    }

    private void repeat(String why) {
        if (repeats == REPEATS) {
            throw ListChangedFailure.incomplete(query.report(), why);
        }
        repeats++;
        number = 0;
        read = 0;
        allPagesCame = false;
        seen.beginPass();
    }
}
