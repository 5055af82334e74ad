package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Map;
import java.util.Set;

/** The start and end of a selection, each with its option. */
record SelectedDates(DateOption start, DateOption end) {

    private static final Set<String> START_AND_END = Set.of("startDate", "endDate", "startDaysBack", "endDaysBack");

    SelectedDates {
        requireNonNull(start, "start is null");
        requireNonNull(end, "end is null");
    }

    /**
     * Reads the given options, at least one.
     *
     * @param given without nulls, in the order in which a message should name them
     */
    static SelectedDates of(Map<String, String> given) {
        rejectMixedKinds(given);
        if (given.containsKey("date")) {
            DateOption day = DateText.day("date", given.get("date"));
            return new SelectedDates(day, day);
        }
        if (given.containsKey("daysBack")) {
            DateOption daysBack = DateText.daysAgo("daysBack", given.get("daysBack"));
            return new SelectedDates(
                    daysBack, new DateOption("daysBack", daysBack.value(), new DateExpression.DaysAgo(0)));
        }
        if (given.containsKey("dateRange")) {
            String text = given.get("dateRange");
            DateOption range = new DateOption("dateRange", text, new DateExpression.InRange(DateRange.of(text)));
            return new SelectedDates(range, range);
        }
        return startAndEnd(given);
    }

    /** Whether the window depends on the zone. */
    boolean needZone() {
        return start.expression().needsZone() || end.expression().needsZone();
    }

    /** Whether the window always ends today. */
    boolean endsToday() {
        if (end.expression() instanceof DateExpression.DaysAgo ago) {
            return ago.days() == 0;
        }
        if (end.expression() instanceof DateExpression.InRange inRange) {
            return inRange.range().endsToday();
        }
        return end.expression() instanceof DateExpression.Now;
    }

    private static SelectedDates startAndEnd(Map<String, String> given) {
        DateOption start = bound(given, "startDate", "startDaysBack", DateExpression.End.START);
        DateOption end = bound(given, "endDate", "endDaysBack", DateExpression.End.END);
        if (start == null) {
            throw CallRailFailure.configuration(
                    end.written() + " sets an end but no start: add startDate or startDaysBack.");
        }
        return new SelectedDates(start, end == null ? new DateOption("endDate", "now", new DateExpression.Now()) : end);
    }

    /** The option that sets an end; null if neither of the two is given. */
    private static DateOption bound(Map<String, String> given, String date, String daysBack, DateExpression.End end) {
        if (given.containsKey(date) && given.containsKey(daysBack)) {
            throw CallRailFailure.configuration(written(given, date) + " and " + written(given, daysBack)
                    + " both set the " + (end == DateExpression.End.START ? "start" : "end")
                    + ": set only one of them.");
        }
        if (given.containsKey(date)) {
            return DateText.dayOrMinute(date, given.get(date), end);
        }
        return given.containsKey(daysBack) ? DateText.daysAgo(daysBack, given.get(daysBack)) : null;
    }

    private static void rejectMixedKinds(Map<String, String> given) {
        String first = given.keySet().iterator().next();
        for (String option : given.keySet()) {
            if (!kind(option).equals(kind(first))) {
                throw CallRailFailure.configuration(written(given, first) + " and " + written(given, option)
                        + " cannot be combined: set either date, daysBack, dateRange, or a start and an end.");
            }
        }
    }

    private static String kind(String option) {
        return START_AND_END.contains(option) ? "start and end" : option;
    }

    private static String written(Map<String, String> given, String option) {
        return option + "=" + given.get(option);
    }
}
