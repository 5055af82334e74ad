package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Map;
import java.util.Set;

/** Where a selection starts and ends, each with the option that says so. */
record SelectedDates(DateOption start, DateOption end) {

    private static final Set<String> START_AND_END = Set.of("startDate", "endDate", "startDaysBack", "endDaysBack");

    SelectedDates {
        requireNonNull(start, "start is null");
        requireNonNull(end, "end is null");
    }

    /**
     * Reads the options that are given, at least one.
     *
     * @param given without nulls, in the order in which a message should name them
     */
    static SelectedDates of(Map<String, String> given) {
        refuseTwoKinds(given);
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

    /** Whether the zone changes which instants are meant. */
    boolean needZone() {
        return start.moment().needsZone() || end.moment().needsZone();
    }

    /** Whether the end is today, whatever day it is. */
    boolean endsToday() {
        if (end.moment() instanceof DateExpression.DaysAgo ago) {
            return ago.days() == 0;
        }
        if (end.moment() instanceof DateExpression.InRange inRange) {
            return inRange.range().endsToday();
        }
        return end.moment() instanceof DateExpression.Now;
    }

    private static SelectedDates startAndEnd(Map<String, String> given) {
        DateOption start = bound(given, "startDate", "startDaysBack", DateExpression.End.START);
        DateOption end = bound(given, "endDate", "endDaysBack", DateExpression.End.END);
        if (start == null) {
            throw CallRailFailure.configuration(
                    end.written() + " says where to end, but not where to start: add startDate or startDaysBack.");
        }
        return new SelectedDates(start, end == null ? new DateOption("endDate", "now", new DateExpression.Now()) : end);
    }

    /** What one of the two options says of that end; null when neither is given. */
    private static DateOption bound(Map<String, String> given, String date, String daysBack, DateExpression.End end) {
        if (given.containsKey(date) && given.containsKey(daysBack)) {
            throw CallRailFailure.configuration(written(given, date) + " and " + written(given, daysBack)
                    + " are two ways to say where to " + (end == DateExpression.End.START ? "start" : "end")
                    + ": give one of them.");
        }
        if (given.containsKey(date)) {
            return DateText.dayOrMinute(date, given.get(date), end);
        }
        return given.containsKey(daysBack) ? DateText.daysAgo(daysBack, given.get(daysBack)) : null;
    }

    private static void refuseTwoKinds(Map<String, String> given) {
        String first = given.keySet().iterator().next();
        for (String option : given.keySet()) {
            if (!kind(option).equals(kind(first))) {
                throw CallRailFailure.configuration(written(given, first) + " and " + written(given, option)
                        + " cannot be combined: give either date, or daysBack, or dateRange, or a start with an end.");
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
