package io.github.camelcallrail.window;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Parses the times of records: ISO 8601 with seconds and an offset. Every record has several, so the usual form ({@code
 * 2026-03-14T09:26:53.589-05:00}, with or without a fraction) is parsed by hand, for speed; the JDK parses any other
 * form.
 */
public final class TimeText {

    private static final int MIN_LENGTH = "2026-03-14T09:26:53Z".length();
    private static final int MAX_LENGTH = "2026-03-14T09:26:53.123456789+05:30".length();
    private static final int FRACTION = "2026-03-14T09:26:53".length();
    private static final int MAX_DIGITS = 9;
    private static final int INVALID = -1;

    private TimeText() {}

    /** Whether a text looks like a time, so that parsing it is worthwhile. */
    public static boolean mayBe(String text) {
        return text.length() >= MIN_LENGTH
                && text.length() <= MAX_LENGTH
                && text.charAt(4) == '-'
                && text.charAt(10) == 'T';
    }

    /**
     * Parses a time.
     *
     * @throws DateTimeException if the text is not a time; the message quotes it
     */
    public static Instant instant(String text) {
        if (mayBe(text) && text.charAt(7) == '-' && text.charAt(13) == ':' && text.charAt(16) == ':') {
            int end = endOfFraction(text);
            long offset = offset(text, end);
            int nanos = nanos(text, end);
            long second = second(text);
            if (offset != Long.MIN_VALUE && nanos != INVALID && second != Long.MIN_VALUE) {
                return Instant.ofEpochSecond(second - offset, nanos);
            }
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    /** Seconds since 1970 of the local time, as if it were UTC. */
    private static long second(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        boolean whole = year >= 0 && month > 0 && day > 0 && hour >= 0 && minute >= 0 && second >= 0;
        if (!whole || month > 12 || hour > 23 || minute > 59 || second > 59) {
            return Long.MIN_VALUE;
        }
        return LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
    }

    private static int endOfFraction(String text) {
        if (text.charAt(FRACTION) != '.') {
            return FRACTION;
        }
        int end = FRACTION + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int nanos(String text, int end) {
        if (end == FRACTION) {
            return 0;
        }
        int digits = end - FRACTION - 1;
        int fraction = digits < 1 || digits > MAX_DIGITS ? INVALID : number(text, FRACTION + 1, end);
        for (int place = digits; fraction > 0 && place < MAX_DIGITS; place++) {
            fraction *= 10;
        }
        return fraction;
    }

    /** The seconds by which local time is ahead of UTC. */
    private static long offset(String text, int begin) {
        int length = text.length() - begin;
        if (length == 1 && text.charAt(begin) == 'Z') {
            return 0;
        }
        if (length != "+05:30".length() || text.charAt(begin + 3) != ':') {
            return Long.MIN_VALUE;
        }
        int hours = number(text, begin + 1, begin + 3);
        int minutes = number(text, begin + 4, begin + 6);
        if (hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
            return Long.MIN_VALUE;
        }
        long seconds = hours * 3_600L + minutes * 60L;
        return switch (text.charAt(begin)) {
            case '+' -> seconds;
            case '-' -> -seconds;
            default -> Long.MIN_VALUE;
        };
    }

    /** The number made of some ASCII digits; -1 if one is not a digit. */
    private static int number(String text, int begin, int end) {
        int number = 0;
        for (int i = begin; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return INVALID;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
