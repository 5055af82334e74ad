package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Map;
import java.util.Set;

/** Where a selection starts and ends, each with the option that says so. */
record SelectedEnds(Bound start, Bound end) {

    private static final Set<String> START_AND_END = Set.of("startDate", "endDate", "startDaysBack", "endDaysBack");

    SelectedEnds {
        requireNonNull(start, "start is null");
        requireNonNull(end, "end is null");
    }

    /**
     * Reads the options that are given, at least one.
     *
     * @param given without nulls, in the order in which a message should name them
     */
    static SelectedEnds of(Map<String, String> given) {
        refuseTwoKinds(given);
        if (given.containsKey("date")) {
            Bound day = DateText.day("date", given.get("date"));
            return new SelectedEnds(day, day);
        }
        if (given.containsKey("daysBack")) {
            Bound daysBack = DateText.daysAgo("daysBack", given.get("daysBack"));
            return new SelectedEnds(daysBack, new Bound("daysBack", daysBack.value(), new Moment.DaysAgo(0)));
        }
        if (given.containsKey("dateRange")) {
            String text = given.get("dateRange");
            Bound range = new Bound("dateRange", text, new Moment.InRange(DateRange.of(text)));
            return new SelectedEnds(range, range);
        }
        return startAndEnd(given);
    }

    /** Whether the zone changes which instants are meant. */
    boolean needZone() {
        return start.moment().needsZone() || end.moment().needsZone();
    }

    /** Whether the end is today, whatever day it is. */
    boolean endsToday() {
        if (end.moment() instanceof Moment.DaysAgo ago) {
            return ago.days() == 0;
        }
        if (end.moment() instanceof Moment.InRange inRange) {
            return inRange.range().endsToday();
        }
        return end.moment() instanceof Moment.Now;
    }

    private static SelectedEnds startAndEnd(Map<String, String> given) {
        Bound start = bound(given, "startDate", "startDaysBack", Moment.End.START);
        Bound end = bound(given, "endDate", "endDaysBack", Moment.End.END);
        if (start == null) {
            throw CallRailFailure.configuration(
                    end.written() + " says where to end, but not where to start: add startDate or startDaysBack.");
        }
        return new SelectedEnds(start, end == null ? new Bound("endDate", "now", new Moment.Now()) : end);
    }

    /** What one of the two options says of that end; null when neither is given. */
    private static Bound bound(Map<String, String> given, String date, String daysBack, Moment.End end) {
        if (given.containsKey(date) && given.containsKey(daysBack)) {
            throw CallRailFailure.configuration(written(given, date) + " and " + written(given, daysBack)
                    + " are two ways to say where to " + (end == Moment.End.START ? "start" : "end")
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
