package io.github.camelcallrail.paging;

import io.github.camelcallrail.query.ReportQuery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Pages 1, 2, 3… of a list sorted by time, as long as they go together. Page numbers count rows, so they do only while no row
 * comes or goes; each page is held against those before.
 */
final class WalkSegment {

    private final ReportQuery query;
    private final SegmentLength length;
    private final LatestMinute latest = new LatestMinute();
    private OptionalLong total = OptionalLong.empty();
    private List<String> latestIds = List.of();
    private int pageLength;
    private int number;
    private long read;
    private boolean over;

    /** @param length after how many pages it is long enough */
    WalkSegment(ReportQuery query, SegmentLength length) {
        this.query = query;
        this.length = length;
    }

    ReportQuery query() {
        return query;
    }

    /** The number of the page that comes next. */
    int nextNumber() {
        return number + 1;
    }

    /** Whether it is time to begin another segment where this one has come to: at once where no total watches over the pages. */
    boolean longEnough() {
        return number >= (total.isPresent() ? length.pages() : 1);
    }

    /** Whether the page last taken was the last: as many different rows came as were counted or, without a count, no more do. */
    boolean over() {
        return over;
    }

    /** How many rows there are in all pages; empty when CallRail does not say. */
    OptionalLong total() {
        return total;
    }

    /** How many rows came. */
    long served() {
        return read;
    }

    /** Whether the next page has no new rows though it counts as many as the first, so that there should be more. */
    boolean lacks(Page page) {
        return number > 0
                && total.isPresent()
                && page.totalRecords().equals(total)
                && (page.records().isEmpty() || PageLimit.repeats(latestIds, page));
    }

    /**
     * Takes the next page, unless it does not go with those before or cannot be the list of one moment. Then nothing of it is
     * good, and this segment is at an end.
     *
     * @return what is wrong with it; empty when it is taken
     */
    Optional<String> take(Page page, List<TimedRecord> rows) {
        number++;
        if (number == 1) {
            total = page.totalRecords();
            pageLength = pageLength(page);
        }
        if (!page.totalRecords().equals(total)) {
            return Optional.of(ListChangedFailure.otherTotal(total, "page " + number, page.totalRecords()));
        }
        if (!rows.stream().allMatch(latest::add)) {
            return Optional.of("page %s holds a row that came before".formatted(number));
        }
        latestIds = page.ids();
        read += rows.size();
        over = total.isPresent() ? read == total.getAsLong() : rows.isEmpty();
        boolean goesOn = total.isEmpty() || read < total.getAsLong() && rows.size() >= pageLength;
        return over || goesOn ? Optional.empty() : Optional.of(miscounted());
    }

    // CallRail may hold fewer rows a page than asked for; its count of pages then says that this is so.
    private int pageLength(Page first) {
        int length = first.records().size();
        boolean all = total.isPresent()
                && first.totalPages().isPresent()
                && (long) length * first.totalPages().getAsInt() >= total.getAsLong();
        return all ? length : query.pageSize();
    }

    private String miscounted() {
        return "page 1 counted %s rows, and %s different ones came by page %s"
                .formatted(total.getAsLong(), read, number);
    }
}
