package io.github.camelcallrail.window;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The values of the API's {@code date_range} (apidocs.callrail.com, Filtering Data by Date), converted to days here so
 * that both dates are always sent. The first and last day are included.
 */
enum DateRange {
    RECENT(today -> today.minusDays(7), today -> today),
    TODAY(today -> today, today -> today),
    YESTERDAY(today -> today.minusDays(1), today -> today.minusDays(1)),
    LAST_7_DAYS(today -> today.minusDays(7), today -> today.minusDays(1)),
    LAST_30_DAYS(today -> today.minusDays(30), today -> today.minusDays(1)),
    THIS_MONTH(today -> today.withDayOfMonth(1), today -> today),
    LAST_MONTH(today -> today.minusMonths(1).withDayOfMonth(1), today -> today.minusMonths(1)
            .with(TemporalAdjusters.lastDayOfMonth())),
    THIS_YEAR(today -> today.withDayOfYear(1), today -> today),
    LAST_YEAR(today -> today.minusYears(1).withDayOfYear(1), today -> today.minusYears(1)
            .with(TemporalAdjusters.lastDayOfYear())),
    ALL_TIME(DateRange::rejectAllTime, DateRange::rejectAllTime);

    private static final List<String> TEXTS =
            Arrays.stream(values()).map(DateRange::text).toList();

    private final UnaryOperator<LocalDate> first;
    private final UnaryOperator<LocalDate> last;

    DateRange(UnaryOperator<LocalDate> first, UnaryOperator<LocalDate> last) {
        this.first = first;
        this.last = last;
    }

    /** The range with a name, in any case, with underscores, hyphens or blanks between its words. */
    static DateRange of(String text) {
        for (DateRange range : values()) {
            if (letters(range.text()).equals(letters(text))) {
                return range;
            }
        }
        String advice = DateWords.advice("dateRange", text);
        throw CallRailFailure.configuration("dateRange=" + text + " is not one of " + String.join(", ", TEXTS)
                + (advice.isEmpty() ? NearestMatch.hint(text, TEXTS) : "." + advice));
    }

    LocalDate first(LocalDate today) {
        return first.apply(today);
    }

    LocalDate last(LocalDate today) {
        return last.apply(today);
    }

    /** Whether the last day is always today. All time, which is rejected elsewhere, would end today. */
    boolean endsToday() {
        return this == ALL_TIME || last.apply(LocalDate.EPOCH).equals(LocalDate.EPOCH);
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[_ -]", "");
    }

    private static LocalDate rejectAllTime(LocalDate today) {
        throw CallRailFailure.configuration("dateRange=all_time reaches further back than the " + Retention.MONTHS
                + " months that CallRail keeps: for everything it still has, write startDate="
                + Retention.earliest(today)
                + ".");
    }
}
