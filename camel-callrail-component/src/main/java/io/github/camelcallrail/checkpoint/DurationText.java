package io.github.camelcallrail.checkpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in options: {@code 35d}, {@code 1d12h}, {@code 90m}, or ISO 8601 such as {@code P35D}. */
final class DurationText {

    private static final Pattern UNITS = Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?");

    private DurationText() {}

    /** Parses a duration; empty if the text is not one. */
    static Optional<Duration> of(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        Matcher units = UNITS.matcher(plain);
        if (!plain.isEmpty() && units.matches()) {
            return Optional.of(Duration.ofDays(number(units.group(1)))
                    .plusHours(number(units.group(2)))
                    .plusMinutes(number(units.group(3))));
        }
        try {
            return Optional.of(Duration.parse(plain));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Formats a duration in its shortest form, without seconds. */
    static String text(Duration duration) {
        String days = duration.toDays() == 0 ? "" : duration.toDays() + "d";
        String hours = duration.toHoursPart() == 0 ? "" : duration.toHoursPart() + "h";
        String minutes = duration.toMinutesPart() == 0 ? "" : duration.toMinutesPart() + "m";
        String all = days + hours + minutes;
        return all.isEmpty() ? "0m" : all;
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
