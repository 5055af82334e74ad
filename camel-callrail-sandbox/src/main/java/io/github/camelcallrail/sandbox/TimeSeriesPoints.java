package io.github.camelcallrail.sandbox;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The points of a time series, each identified by the date in the response. A day has as many hours as it has in the
 * time zone. The documentation does not say on which day a week begins; Monday is a choice.
 */
record TimeSeriesPoints(String interval, Period period) {

    /** Source: apidocs.callrail.com, Summarizing Call Data by Time Series. */
    static final int MOST = 200;

    /** Every point from the one that contains the start of the period to the one that contains its end. */
    Set<String> dates() {
        Set<String> dates = new LinkedHashSet<>();
        ZonedDateTime end = period.end();
        for (ZonedDateTime at = begin(period.start()); !at.isAfter(end); at = next(at)) {
            dates.add(date(begin(at)));
            if (dates.size() > MOST) {
                throw new RejectedRequestException(
                        400,
                        "A time series has at most " + MOST
                                + " data points; request a shorter period or a longer interval");
            }
        }
        return dates;
    }

    String dateOf(Instant at) {
        return date(begin(at.atZone(period.start().getZone())));
    }

    private ZonedDateTime begin(ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        return switch (interval) {
            case "hour" -> at.truncatedTo(ChronoUnit.HOURS);
            case "week" -> start(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), at);
            case "month" -> start(day.withDayOfMonth(1), at);
            case "year" -> start(day.withDayOfYear(1), at);
            default -> start(day, at);
        };
    }

    private ZonedDateTime next(ZonedDateTime at) {
        LocalDate day = at.toLocalDate();
        return switch (interval) {
            // In half hours, because some zones change their clocks by half an hour; duplicates merge into one point.
            case "hour" -> at.plusMinutes(30);
            case "week" -> start(day.plusWeeks(1), at);
            case "month" -> start(day.plusMonths(1), at);
            case "year" -> start(day.plusYears(1), at);
            default -> start(day.plusDays(1), at);
        };
    }

    private static ZonedDateTime start(LocalDate day, ZonedDateTime in) {
        return day.atStartOfDay(in.getZone());
    }

    private String date(ZonedDateTime at) {
        return interval.equals("hour") ? Times.compact(at) : at.toLocalDate().toString();
    }
}
