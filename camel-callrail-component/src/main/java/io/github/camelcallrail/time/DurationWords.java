package io.github.camelcallrail.time;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises durations written in words, such as {@code 15 minutes} or {@code 1 h 30 min}. */
public final class DurationWords {

    private static final Pattern PART = Pattern.compile("(\\d{1,9}) ?([a-z]+)\\.?(?:,| and|$| )? ?");
    private static final Map<String, String> UNITS = units();

    private DurationWords() {}

    private static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("d|day|days", "d");
        units.put("h|hr|hrs|hour|hours", "h");
        units.put("m|min|mins|minute|minutes", "m");
        units.put("s|sec|secs|second|seconds", "s");
        units.put("ms|millis|millisecond|milliseconds", "ms");
        return units;
    }

    /** The duration in Camel's notation, {@code 15m} or {@code 1h30m}; empty if the text is not understood. */
    public static Optional<String> shortened(String text) {
        Matcher parts = PART.matcher(text.strip().toLowerCase(Locale.ROOT));
        StringBuilder duration = new StringBuilder();
        int end = 0;
        while (parts.find() && parts.start() == end) {
            String unit = parts.group(2);
            Optional<String> known = UNITS.entrySet().stream()
                    .filter(entry -> unit.matches(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst();
            if (known.isEmpty()) {
                return weeks(text, unit);
            }
            duration.append(parts.group(1)).append(known.get());
            end = parts.end();
        }
        boolean whole = end > 0 && end == text.strip().length();
        return whole ? Optional.of(duration.toString()) : Optional.empty();
    }

    private static Optional<String> weeks(String text, String unit) {
        String digits = text.replaceAll("\\D", "");
        return unit.matches("w|week|weeks") && digits.length() < 5
                ? Optional.of(7 * Integer.parseInt(digits) + "d")
                : Optional.empty();
    }
}
