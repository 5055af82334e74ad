package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.DateWindow;
import io.github.camelcallrail.window.Interval;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A time series of any length. CallRail gives at most {@value #MOST_POINTS} points an answer and refuses more, so a longer
 * window is asked for in parts that touch, and comes out as one page: no date twice, no point outside its part.
 */
final class TimeSeriesWalk {

    /** Source: apidocs.callrail.com, "Call Summary by Time Series". */
    static final int MOST_POINTS = 200;

    private static final int HOURS_OF_LONGEST_DAY = 25;
    private static final int UP_TO_DAY = "2026-03-14".length();
    private static final int UP_TO_SECONDS = "2026-03-14T09:00:00".length();

    private final ReportQuery query;
    private final Deque<DateWindow> parts;
    private final Map<String, CallRailRecord> points = new LinkedHashMap<>();
    private final List<Map<String, Object>> totals = new ArrayList<>();

    TimeSeriesWalk(ReportQuery query) {
        this.query = query;
        // Hours leave room for a day more, because CallRail is known to add one at the end.
        int mostPoints = query.interval() == Interval.HOUR ? MOST_POINTS - HOURS_OF_LONGEST_DAY : MOST_POINTS;
        this.parts = new ArrayDeque<>(query.window().orElseThrow().split(query.interval(), mostPoints));
    }

    /** Reads what is left of it; asked again after a failure, not what it has. */
    Page read(PageFetcher fetcher) {
        while (!parts.isEmpty()) {
            DateWindow part = parts.element();
            Page page = fetcher.page(query.within(part), 1);
            parts.remove();
            totals.add(page.totals());
            for (CallRailRecord point : page.records()) {
                String date = String.valueOf(point.get("date"));
                if (part.overlaps(timeOf(date), query.interval())) {
                    points.putIfAbsent(date, point);
                }
            }
        }
        return new Page(
                List.copyOf(points.values()),
                OptionalLong.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                TimeSeriesTotals.of(totals));
    }

    private LocalDateTime timeOf(String date) {
        try {
            return date.length() <= UP_TO_DAY
                    ? LocalDate.parse(date).atStartOfDay()
                    // The offset behind it has no colon, and is the window's zone's anyway.
                    : LocalDateTime.parse(date.substring(0, Math.min(UP_TO_SECONDS, date.length())));
        } catch (DateTimeException e) {
            throw CallRailFailure.of(
                    FailureKind.MALFORMED,
                    "Report '%s' got a point whose date cannot be read.".formatted(query.report()));
        }
    }
}
