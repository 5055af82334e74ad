package io.github.camelcallrail.paging;

import io.github.camelcallrail.catalogue.Assumption;
import io.github.camelcallrail.query.RecordTime;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.DateWindow;
import io.github.camelcallrail.window.WindowBound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
    private final Day lastOfWindow;
    private final Day next;
    private Optional<Walk> lastDay = Optional.empty();
    private boolean anySeen;
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
        DateWindow window = query.window().orElseThrow();
        LocalDate end = window.end().day();
        this.lastOfWindow = Day.of(end, window.zone());
        this.next = Day.of(end.plusDays(1), window.zone());
    }

    @Override
    public Optional<Page> next() {
        if (lastDay.isPresent()) {
            return lastDay.get().next();
        }
        Optional<Page> page = days.next();
        if (page.isPresent()) {
            anySeen |= !page.get().records().isEmpty();
            if (!endDates.included() && hasRecordOf(lastOfWindow, page.get())) {
                endDates.sawLastDay();
            }
            return page;
        }
        return checked || !anySeen || endDates.included() ? page : check();
    }

    @Override
    public boolean oldestFirst() {
        return days.oldestFirst();
    }

    private Optional<Page> check() {
        ReportQuery rest = query.within(
                new DateWindow(WindowBound.of(lastOfWindow.date()), WindowBound.of(next.date()), lastOfWindow.zone()));
        Page one = fetcher.page(rest.ofOneRecord(), 1);
        checked = true;
        if (hasRecordOf(next, one)) {
            endDates.sawLastDay();
            return Optional.empty();
        }
        if (!hasRecordOf(lastOfWindow, one)) {
            return Optional.empty();
        }
        deviations.differs(Assumption.END_DATE, "The last day was missing. It is read by another request.");
        lastDay = Optional.of(walks.apply(rest));
        return lastDay.get().next();
    }

    private boolean hasRecordOf(Day day, Page page) {
        for (CallRailRecord record : page.records()) {
            Optional<Instant> time = times.of(record);
            if (time.isPresent() && day.contains(time.get())) {
                return true;
            }
        }
        return false;
    }

    /** A day with its first and last instant, which are computed once for all records. */
    private record Day(LocalDate date, ZoneId zone, Instant first, Instant last) {

        static Day of(LocalDate date, ZoneId zone) {
            DateWindow window = new DateWindow(WindowBound.of(date), WindowBound.of(date), zone);
            return new Day(date, zone, window.startInstant(), window.endInstant());
        }

        boolean contains(Instant time) {
            return !time.isBefore(first) && !time.isAfter(last);
        }
    }
}
