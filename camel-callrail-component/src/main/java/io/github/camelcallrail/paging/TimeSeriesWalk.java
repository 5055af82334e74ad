package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.ReportQuery;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.DateWindow;
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
 * Reads a time series of any length. CallRail limits the points per response and rejects longer windows, so a longer
 * window is requested in adjacent parts and delivered as one page: no date twice, no point outside its part.
 */
final class TimeSeriesWalk {

    private static final int UP_TO_DAY = "2026-03-14".length();
    private static final int UP_TO_SECONDS = "2026-03-14T09:00:00".length();

    private final ReportQuery query;
    private final Deque<DateWindow> parts;
    private final Map<String, CallRailRecord> points = new LinkedHashMap<>();
    private final List<Map<String, Object>> totals = new ArrayList<>();

    TimeSeriesWalk(ReportQuery query) {
        this.query = query;
        this.parts = new ArrayDeque<>(query.windows());
    }

    /** Reads the remaining parts; after a failure it can be called again and does not repeat the parts already read. */
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
                    // The offset after it has no colon, and is that of the window's zone anyway.
                    : LocalDateTime.parse(date.substring(0, Math.min(UP_TO_SECONDS, date.length())));
        } catch (DateTimeException e) {
            throw CallRailFailure.of(
                    FailureKind.MALFORMED,
                    "Report '%s' got a point whose date cannot be parsed.".formatted(query.report()));
        }
    }
}
