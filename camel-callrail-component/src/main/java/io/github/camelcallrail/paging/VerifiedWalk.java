package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A walk by page numbers through a list in any order. It cannot resume from a place in the list, so if the list changes
 * during the walk it reads the whole list again and delivers only the records that it has not delivered yet.
 *
 * <p>A pass through the list is reliable if all pages gave the same total, as many different records came as were
 * counted, and page 1, read again after the last page, is the same. If only the count differs, and page 1 and the last
 * page, both read again, are the same, the count is wrong, and the walk ends. After three repeats it fails. It also
 * fails if page numbers end before the list does, since only page numbers can reach the rest.
 *
 * <p>It does not notice when one record appears and another disappears between the same two requests, both after page
 * 1.
 */
final class VerifiedWalk implements Walk {

    private static final int MAX_REPEATS = 3;

    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final DeviationListener deviations;
    private final SeenIds seen;
    private Page first;
    private List<String> latestIds = List.of();
    private int latestNumber;
    private int number;
    private long read;
    private int repeats;
    private boolean allPagesCame;
    private boolean miscounted;
    private boolean ended;

    VerifiedWalk(ReportQuery query, PageFetcher fetcher, DeviationListener deviations) {
        this(query, fetcher, deviations, SeenIds.empty());
    }

    /** @param seen the records that were delivered already; its next pass begins */
    VerifiedWalk(ReportQuery query, PageFetcher fetcher, DeviationListener deviations, SeenIds seen) {
        this.seen = seen;
        this.query = query;
        this.fetcher = fetcher;
        this.deviations = deviations;
    }

    @Override
    public Optional<Page> next() {
        if (ended) {
            return Optional.empty();
        }
        Page page;
        do {
            page = allPagesCame ? verifyFirstPage() : take(fetchNext());
        } while (page.records().isEmpty() && !ended);
        return Optional.of(page);
    }

    /**
     * The next page; or page 1, to start the list again, if the next page does not belong to the list that page 1
     * counted.
     */
    private Page fetchNext() {
        Optional<CallRailFailure> rejection = Optional.empty();
        boolean repeated = false;
        try {
            Page page = fetcher.page(query, number + 1);
            if (!lacksRecords(page)) {
                return repeatsTheEnd(page) ? page.with(List.of()) : page;
            }
            repeated = !page.records().isEmpty();
        } catch (CallRailFailure failure) {
            if (first == null || !PageLimit.mayExplain(failure, number + 1)) {
                throw failure;
            }
            rejection = Optional.of(failure);
        }
        if (latestWasShort()) {
            if (rejection.isPresent() || repeated) {
                deviations.differs(Assumption.PAGES_BEYOND, PageLimit.UNUSUAL_END);
            }
            return first.with(List.of());
        }
        if (first.totalRecords().isEmpty()) {
            throw rejection.orElseThrow();
        }
        Page again = fetcher.page(query, 1);
        if (again.totalRecords().equals(first.totalRecords())) {
            throw new PageLimit(query, read, first.totalRecords()).failure(rejection);
        }
        repeat(ListChangedFailure.otherTotal(first.totalRecords(), "page 1 read again", again.totalRecords()));
        return again;
    }

    /** Whether a page has none of the remaining records, although it gives the same total as page 1. */
    private boolean lacksRecords(Page page) {
        return number > 0
                && page.totalRecords().isPresent()
                && page.totalRecords().equals(first.totalRecords())
                && read < page.totalRecords().getAsLong()
                && (page.records().isEmpty() || PageLimit.repeats(latestIds, page));
    }

    /** Whether the latest page had fewer records than requested, as the last page of a list does. */
    private boolean latestWasShort() {
        return number > 0 && latestIds.size() < query.pageSize();
    }

    /** Without a total, the page after the last is requested; some services then repeat the last page. */
    private boolean repeatsTheEnd(Page page) {
        return page.totalRecords().isEmpty() && latestWasShort() && page.ids().equals(latestIds);
    }

    /** Takes the next page of this pass. */
    private Page take(Page page) {
        number++;
        if (number == 1) {
            first = page;
        }
        if (!page.records().isEmpty()) {
            latestIds = page.ids();
            latestNumber = number;
        }
        long before = seen.inThisPass();
        List<CallRailRecord> unseen = page.records().stream().filter(seen::add).toList();
        read += page.records().size();
        if (!page.totalRecords().equals(first.totalRecords())) {
            repeat(ListChangedFailure.otherTotal(first.totalRecords(), "page " + number, page.totalRecords()));
        } else if (isLast(page)) {
            endPass();
        } else if (seen.inThisPass() == before) {
            // Without a total this could continue forever.
            repeat("page %s holds only records that came before".formatted(number));
        }
        return page.with(unseen);
    }

    private boolean isLast(Page page) {
        OptionalLong total = page.totalRecords();
        boolean lastCounted =
                page.totalPages().isPresent() && number >= page.totalPages().getAsInt();
        return page.records().isEmpty() || total.isPresent() && (lastCounted || read >= total.getAsLong());
    }

    private void endPass() {
        OptionalLong total = first.totalRecords();
        boolean counted = total.isEmpty() || seen.inThisPass() == total.getAsLong();
        if (!counted && (seen.inThisPass() != read || !latestWasShort())) {
            // Some records came twice, or the list does not end here.
            repeat(miscount().orElseThrow());
        } else {
            miscounted = !counted;
            allPagesCame = number > 1 || miscounted;
            ended = !allPagesCame;
        }
    }

    private Optional<String> miscount() {
        return first.totalRecords().isEmpty()
                ? Optional.empty()
                : Optional.of("page 1 counted %s records, but %s different ones came"
                        .formatted(first.totalRecords().getAsLong(), seen.inThisPass()));
    }

    /**
     * Reads page 1 again: if it is the same, the walk ends with an empty page; otherwise it is the first page of the
     * next pass.
     */
    private Page verifyFirstPage() {
        Page again = fetcher.page(query, 1);
        if (!again.totalRecords().equals(first.totalRecords())) {
            repeat(ListChangedFailure.otherTotal(first.totalRecords(), "page 1 read again", again.totalRecords()));
        } else if (!again.ids().equals(first.ids())) {
            repeat("page 1 read again at the end holds other records");
        } else if (miscounted && !lastPageIsTheSame()) {
            repeat(miscount().orElseThrow());
        } else {
            ended = true;
            return again.with(List.of());
        }
        return take(again);
    }

    /** Reads the last page again: if it is the same too, the list has not changed, and its count is wrong. */
    private boolean lastPageIsTheSame() {
        Page again = latestNumber <= 1 ? first : fetcher.page(query, latestNumber);
        boolean same = again.ids().equals(latestIds);
        if (same) {
            deviations.differs(
                    Assumption.EXACT_TOTALS,
                    new Miscount(query.window(), first.totalRecords().orElse(0), read, latestIds).detail());
        }
        return same;
    }

    private void repeat(String why) {
        if (repeats == MAX_REPEATS) {
            throw ListChangedFailure.incomplete(query.report(), why);
        }
        repeats++;
        number = 0;
        read = 0;
        allPagesCame = false;
        miscounted = false;
        seen.beginPass();
    }
}
