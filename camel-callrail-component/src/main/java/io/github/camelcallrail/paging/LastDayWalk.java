package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.window.DateWindow;
import io.github.camelcallrail.window.WindowBound;
import java.util.Optional;
import java.util.function.Function;

/**
 * A walk over whole days that has the last day too, even if CallRail excludes it. If records came, but none of the last
 * day, and CallRail is not known to include it, one record is requested from that day and the next: it shows whether
 * records of the last day are missing, and they are read then. A list without any record is not checked: most are
 * empty.
 */
final class LastDayWalk implements Walk {

    private final Walk days;
    private final ReportQuery query;
    private final PageFetcher fetcher;
    private final Function<ReportQuery, Walk> walks;
    private final EndDates endDates;
    private final DeviationListener deviations;
    private final RecordTime times;
    private final DateWindow window;
    private Optional<Walk> lastDay = Optional.empty();
    private boolean anySeen;
    private boolean lastDaySeen;
    private boolean checked;

    /**
     * @param days the walk over all days
     * @param query its query, whose window ends with a whole day
     * @param walks gives the walk over the last day
     */
    LastDayWalk(
            Walk days,
            ReportQuery query,
            PageFetcher fetcher,
            Function<ReportQuery, Walk> walks,
            EndDates endDates,
            DeviationListener deviations) {
        this.days = days;
        this.query = query;
        this.fetcher = fetcher;
        this.walks = walks;
        this.endDates = endDates;
        this.deviations = deviations;
        this.times = RecordTime.of(query);
        this.window = query.window().orElseThrow();
    }

    @Override
    public Optional<Page> next() {
        if (lastDay.isPresent()) {
            return lastDay.get().next();
        }
        Optional<Page> page = days.next();
        if (page.isPresent()) {
            anySeen |= !page.get().records().isEmpty();
            lastDaySeen |= !endDates.included() && !lastDaySeen && hasRecordOf(window, page.get());
            return page;
        }
        if (lastDaySeen) {
            endDates.sawLastDay();
        }
        if (checked || !anySeen || endDates.included()) {
            return page;
        }
        return check();
    }

    @Override
    public boolean oldestFirst() {
        return days.oldestFirst();
    }

    private Optional<Page> check() {
        WindowBound last = window.end();
        DateWindow dayAndNext = new DateWindow(last, WindowBound.of(last.day().plusDays(1)), window.zone());
        ReportQuery rest = query.within(dayAndNext);
        Page one = fetcher.page(rest.ofOneRecord(), 1);
        checked = true;
        if (hasRecordOf(dayAndNext, one)) {
            endDates.sawLastDay();
            return Optional.empty();
        }
        if (!hasRecordOf(new DateWindow(last, last, window.zone()), one)) {
            return Optional.empty();
        }
        deviations.differs(Assumption.END_DATE, "The last day was missing. It is read by another request.");
        lastDay = Optional.of(walks.apply(rest));
        return lastDay.get().next();
    }

    private boolean hasRecordOf(DateWindow dates, Page page) {
        return page.records().stream()
                .flatMap(record -> times.of(record).stream())
                .anyMatch(time -> EndDates.onLastDay(dates, time));
    }
}
