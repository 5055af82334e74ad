package io.github.camelcallrail.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The period a request covers.
 *
 * <p>Source: apidocs.callrail.com, Filtering Data by Date; the 25 months: its changelog of 13 April 2023. Not
 * documented and chosen here: dates take precedence over {@code date_range}; a start alone ends today, an end alone
 * begins at the retention limit; a start after the end, an unknown range and an invalid date are rejected.
 *
 * @param start inclusive
 * @param end inclusive
 */
record Period(ZonedDateTime start, ZonedDateTime end) {

    private static final LocalTime LAST_MOMENT = LocalTime.of(23, 59, 59, 999_000_000);
    private static final int MONTHS_KEPT = 25;

    static Period of(Query query, ZoneId zone, Instant now, boolean daysOnly) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        String from = query.one("start_date");
        String to = query.one("end_date");
        if (daysOnly && (from == null) != (to == null)) {
            throw new RejectedRequestException(400, "start_date and end_date must be given together");
        }
        Period period = from == null && to == null
                ? ofRange(query.one("date_range"), today, zone)
                : new Period(
                        from == null ? kept(today, zone) : moment("start_date", from, zone, false, daysOnly),
                        to == null ? endOf(today, zone) : moment("end_date", to, zone, true, daysOnly));
        if (period.start.isAfter(period.end)) {
            throw new RejectedRequestException(400, "start_date must not be after end_date");
        }
        if (period.start.isBefore(kept(today, zone))) {
            throw new RejectedRequestException(
                    400, "The requested dates reach back further than the 25 months for which data is kept");
        }
        return period;
    }

    boolean contains(Instant at) {
        return at != null && !at.isBefore(start.toInstant()) && !at.isAfter(end.toInstant());
    }

    private static Period ofRange(String range, LocalDate today, ZoneId zone) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = today.withDayOfYear(1);
        return switch (range == null ? "recent" : range) {
            case "recent" -> days(today.minusDays(7), today, zone);
            case "today" -> days(today, today, zone);
            case "yesterday" -> days(today.minusDays(1), today.minusDays(1), zone);
            case "last_7_days" -> days(today.minusDays(7), today.minusDays(1), zone);
            case "last_30_days" -> days(today.minusDays(30), today.minusDays(1), zone);
            case "this_month" -> days(month, today, zone);
            case "last_month" -> days(month.minusMonths(1), month.minusDays(1), zone);
            case "this_year" -> days(year, today, zone);
            case "last_year" -> days(year.minusYears(1), year.minusDays(1), zone);
            case "all_time" -> days(LocalDate.EPOCH, today, zone);
            default -> throw new RejectedRequestException(400, "Invalid value for date_range: " + range);
        };
    }

    private static Period days(LocalDate first, LocalDate last, ZoneId zone) {
        return new Period(first.atStartOfDay(zone), endOf(last, zone));
    }

    private static ZonedDateTime kept(LocalDate today, ZoneId zone) {
        return today.minusMonths(MONTHS_KEPT).atStartOfDay(zone);
    }

    private static ZonedDateTime endOf(LocalDate day, ZoneId zone) {
        return day.atTime(LAST_MOMENT).atZone(zone).withLaterOffsetAtOverlap();
    }

    /**
     * A local time that occurs twice means the earlier one as a start and the later one as an end; a skipped time means
     * the next valid one.
     */
    private static ZonedDateTime moment(String name, String text, ZoneId zone, boolean end, boolean daysOnly) {
        try {
            if (text.length() == 10) {
                LocalDate day = LocalDate.parse(text);
                return end ? endOf(day, zone) : day.atStartOfDay(zone);
            }
            if (!daysOnly) {
                // A plus sign that was not percent-encoded arrives as a space.
                String whole =
                        text.replaceFirst(" (\\d\\d:?\\d\\d)$", "+$1").replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
                if (whole.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")) {
                    return OffsetDateTime.parse(whole).atZoneSameInstant(zone);
                }
                ZonedDateTime at = LocalDateTime.parse(text).atZone(zone);
                return end ? at.withLaterOffsetAtOverlap() : at.withEarlierOffsetAtOverlap();
            }
        } catch (DateTimeException e) {
            // Fall through: the exception below names the parameter.
        }
        throw new RejectedRequestException(400, "Invalid value for " + name + ": " + text);
    }
}
