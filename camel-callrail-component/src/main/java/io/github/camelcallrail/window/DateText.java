package io.github.camelcallrail.window;

import io.github.camelcallrail.failure.CallRailFailure;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the value of one date option. Every failure names the option and the value, and says what to write. */
final class DateText {

    // The compact offset, -0500, is accepted because CallRail itself uses it in the dates of summaries.
    private static final Pattern SHAPE = Pattern.compile("(?<day>\\d{4}-\\d\\d-\\d\\d)"
            + "(?:T(?<time>\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)(?<offset>Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");
    private static final Pattern LOST_PLUS = Pattern.compile(".+T.+(?: |%2[Bb])\\d\\d(:?\\d\\d)?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    private DateText() {}

    /** A number of days before today, 0 being today. */
    static DateOption daysAgo(String option, String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw rejected(
                    option,
                    text,
                    " is not a number of days: write a whole number, 0 for today or more."
                            + DateWords.advice(option, text));
        }
        return new DateOption(option, text, new DateExpression.DaysAgo(Integer.parseInt(text)));
    }

    /** A day. */
    static DateOption day(String option, String text) {
        DateOption bound = dayOrMinute(option, text, DateExpression.End.START);
        if (bound.expression().hasTime()) {
            String day = text.substring(0, text.indexOf('T'));
            throw rejected(
                    option,
                    text,
                    " has a time of day, but " + option + " is one whole day: write " + option + "=" + day
                            + ", or use startDate and endDate.");
        }
        return bound;
    }

    /** A day, or a minute with or without an offset. */
    static DateOption dayOrMinute(String option, String text, DateExpression.End end) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw notADate(option, text);
        }
        try {
            return new DateOption(option, text, expression(option, shape, end));
        } catch (DateTimeException impossible) {
            throw notADate(option, text);
        }
    }

    private static DateExpression expression(String option, Matcher shape, DateExpression.End end) {
        LocalDate day = LocalDate.parse(shape.group("day"));
        if (shape.group("time") == null) {
            return new DateExpression.Day(day);
        }
        LocalDateTime time = day.atTime(LocalTime.parse(shape.group("time")));
        String offset = shape.group("offset");
        ZoneOffset known = offset == null ? null : ZoneOffset.of(offset);
        LocalDateTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        if (!minute.equals(time)) {
            LocalDateTime instead = end == DateExpression.End.START ? minute : minute.plusMinutes(1);
            throw rejected(
                    option,
                    shape.group(),
                    " has seconds, but CallRail accepts whole minutes only: write " + option + "=" + instead
                            + (offset == null ? "" : offset) + ".");
        }
        return known == null
                ? new DateExpression.LocalMinute(minute)
                : new DateExpression.ExactMinute(minute.atOffset(known));
    }

    private static CallRailFailure notADate(String option, String text) {
        String plus = LOST_PLUS.matcher(text).matches() ? " Write a + between the time and the offset." : "";
        return rejected(
                option,
                text,
                " is not a date: write it like 2026-03-08, 2026-03-08T14:00 or 2026-03-08T14:00-05:00."
                        + plus
                        + DateWords.advice(option, text));
    }

    private static CallRailFailure rejected(String option, String text, String reason) {
        return CallRailFailure.configuration(option + "=" + text + reason);
    }
}
