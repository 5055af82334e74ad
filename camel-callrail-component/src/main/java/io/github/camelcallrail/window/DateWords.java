package io.github.camelcallrail.window;

import java.util.Locale;
import java.util.Map;

/** Advice for words such as {@code yesterday} in date options. */
final class DateWords {

    private static final String FUTURE = "CallRail has no records of the future";

    /** Words that mean one day, with its number of days before today. */
    private static final Map<String, Integer> DAYS = Map.of("today", 0, "now", 0, "yesterday", 1);

    private DateWords() {}

    /** A sentence that says what to write, preceded by a blank; empty if the text is not such a word. */
    static String advice(String option, String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
        if (word.startsWith("tomorrow") || word.startsWith("next_")) {
            return " " + FUTURE + ": leave it out, or set a day no later than today.";
        }
        if (DAYS.containsKey(word)) {
            return day(option, word, DAYS.get(word));
        }
        return switch (word) {
            case "last_week", "past_week" ->
                " For the seven days before today write dateRange=last_7_days; for a calendar week write"
                        + " startDate and endDate.";
            case "this_week" -> " For seven days up to today write daysBack=6.";
            case "last_month", "this_month", "last_year", "this_year", "last_7_days", "last_30_days", "recent" ->
                option.equals("dateRange") ? "" : " Write dateRange=" + word + ".";
            default -> "";
        };
    }

    private static String day(String option, String word, int days) {
        return switch (option) {
            case "startDate", "startDaysBack" -> " Write startDaysBack=" + days + ".";
            case "endDate", "endDaysBack" ->
                word.equals("now")
                        ? " Leave it out: a window with only a start ends now."
                        : " Write endDaysBack=" + days + ".";
            default -> " Write dateRange=" + (days == 0 ? "today" : word) + ".";
        };
    }
}
