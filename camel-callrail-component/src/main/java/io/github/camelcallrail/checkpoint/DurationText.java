package io.github.camelcallrail.checkpoint;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as users write them: {@code 35d}, {@code 1d12h}, {@code 90m}, or ISO 8601 as in {@code P35D}. */
final class DurationText {

    private static final Pattern UNITS = Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?");

    private DurationText() {}

    /** The span that a text means; empty when it means none. */
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

    /** In the shortest way to write it; seconds are left out. */
    static String text(Duration span) {
        String days = span.toDays() == 0 ? "" : span.toDays() + "d";
        String hours = span.toHoursPart() == 0 ? "" : span.toHoursPart() + "h";
        String minutes = span.toMinutesPart() == 0 ? "" : span.toMinutesPart() + "m";
        String all = days + hours + minutes;
        return all.isEmpty() ? "0m" : all;
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
