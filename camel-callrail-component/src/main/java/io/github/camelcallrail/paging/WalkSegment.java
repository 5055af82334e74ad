package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.query.TimeOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Pages 1, 2, 3… of a list sorted by time, as long as they fit together. Page numbers count records, so pages fit
 * together only while no record appears or disappears; each page is checked against those before it.
 */
final class WalkSegment {

    private final ReportQuery query;
    private final SegmentLength length;
    private final ReachedMinute reached;
    private OptionalLong total = OptionalLong.empty();
    private List<String> latestIds = List.of();
    private int pageLength;
    private int number;
    private long read;
    private boolean ended;
    private boolean fits = true;

    /** @param length the number of pages after which the segment is long enough */
    WalkSegment(ReportQuery query, SegmentLength length, TimeOrder order) {
        this.query = query;
        this.reached = new ReachedMinute(order);
        this.length = length;
    }

    ReportQuery query() {
        return query;
    }

    /** The number of the next page. */
    int nextNumber() {
        return number + 1;
    }

    /**
     * Whether it is time to begin a new segment where this one has got to: after every page if no total checks the
     * pages.
     */
    boolean isLongEnough() {
        return number >= (total.isPresent() ? length.pages() : 1);
    }

    /**
     * Whether the page last taken was the last: as many different records came as were counted or, without a total, no
     * more come.
     */
    boolean ended() {
        return ended;
    }

    /** The number of records in all pages; empty if CallRail does not give it. */
    OptionalLong total() {
        return total;
    }

    /** The number of records that came. */
    long delivered() {
        return read;
    }

    /**
     * Whether the next page has no new records, although its total equals that of the first page, so that there should
     * be more.
     */
    boolean lacksRecords(Page page) {
        return number > 0
                && total.isPresent()
                && page.totalRecords().equals(total)
                && (page.records().isEmpty() || PageLimit.repeats(latestIds, page));
    }

    /**
     * Takes the next page, unless it does not fit those before it or cannot show the list at one moment. Then none of
     * it is reliable, and this segment must be abandoned.
     *
     * @return what is wrong with the page; empty if it was taken
     */
    Optional<String> take(Page page, List<TimedRecord> records) {
        number++;
        if (number == 1) {
            total = page.totalRecords();
            pageLength = pageLength(page);
        }
        fits = false;
        if (!page.totalRecords().equals(total)) {
            return Optional.of(ListChangedFailure.otherTotal(total, "page " + number, page.totalRecords()));
        }
        if (repeatsTheEnd(page)) {
            ended = true;
            return Optional.empty();
        }
        for (TimedRecord record : records) {
            if (!reached.add(record)) {
                return Optional.of("page %s holds a record that came before".formatted(number));
            }
        }
        fits = true;
        latestIds = page.ids();
        read += records.size();
        ended = total.isPresent() ? read == total.getAsLong() : records.isEmpty();
        return ended || mayContinue() ? Optional.empty() : Optional.of(miscounted());
    }

    private boolean mayContinue() {
        if (total.isEmpty()) {
            return true;
        }
        return read < total.getAsLong() ? latestIds.size() >= pageLength : !latestWasShort();
    }

    /** Without a total, the page after the last is requested; some services then repeat the last page. */
    private boolean repeatsTheEnd(Page page) {
        return total.isEmpty() && number > 1 && latestWasShort() && page.ids().equals(latestIds);
    }

    /** Whether the latest page had fewer records than requested, as the last page of a list does. */
    boolean latestWasShort() {
        return number > 0 && latestIds.size() < query.pageSize();
    }

    /** Ends the segment although its total says otherwise. */
    void end() {
        ended = true;
    }

    /** What came instead of the counted number of records. */
    Miscount miscount() {
        return new Miscount(query.window(), total.orElse(0), read, latestIds);
    }

    /** Whether the pages fitted together, but do not hold the counted number of records. */
    boolean isMiscounted() {
        return fits && total.isPresent() && read != total.getAsLong() && latestWasShort();
    }

    // CallRail may return fewer records per page than requested; its number of pages, if any, then shows it.
    private int pageLength(Page first) {
        int length = first.records().size();
        if (first.totalPages().isEmpty()) {
            return length;
        }
        boolean all = total.isPresent()
                && first.totalPages().isPresent()
                && (long) length * first.totalPages().getAsInt() >= total.getAsLong();
        return all ? length : query.pageSize();
    }

    /** Why a list that ends where it should not is not complete. */
    String miscounted() {
        return "page 1 counted %s records, but %s different ones came by page %s"
                .formatted(total.getAsLong(), read, number);
    }
}
