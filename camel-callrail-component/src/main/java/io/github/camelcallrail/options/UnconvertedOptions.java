package io.github.camelcallrail.options;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.time.DurationWords;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks options that Camel converts to a duration, a number or a bean before an endpoint sees them, because its own
 * message only says that the conversion failed, or there is none.
 */
public final class UnconvertedOptions {

    public static final Set<String> DURATIONS = Set.of(
            "delay", "initialDelay", "connectTimeout", "responseTimeout", "budgetWait", "retryDelay", "retryTimeout");

    public static final Set<String> BEANS = Set.of(
            "stateRepository",
            "requestBudget",
            "sslContextParameters",
            "pollStrategy",
            "exceptionHandler",
            "scheduledExecutorService");

    /** What Camel accepts as a duration, without text that it would read as 0. */
    private static final Pattern DURATION =
            Pattern.compile("-?\\d+|(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?|-?[Pp].+");

    private UnconvertedOptions() {}

    /**
     * Checks the values as they are written.
     *
     * @throws CallRailFailure of kind CONFIGURATION that says what to write
     */
    public static void check(Map<String, Object> parameters) {
        parameters.forEach((option, value) -> {
            if (value instanceof String text && !text.startsWith("#")) {
                check(option, text.strip());
            }
        });
    }

    private static void check(String option, String text) {
        if (BEANS.contains(option)) {
            throw CallRailFailure.configuration(
                    ("Option '%s' cannot be '%s': it takes a bean of the registry. Write %s=#%s for the bean of that"
                                    + " name.")
                            .formatted(option, text, option, text));
        }
        // Camel ignores what it cannot convert to an Integer.
        if (option.equals("proxyPort") && !text.matches("\\d+")) {
            throw CallRailFailure.configuration(
                    "Option 'proxyPort' cannot be '%s'. It takes a number from 1 to 65535.".formatted(text));
        }
        if (DURATIONS.contains(option) && !DURATION.matcher(text).matches()) {
            String advice = DurationWords.shortened(text)
                    .map(span -> " Write %s=%s.".formatted(option, span))
                    .orElse("");
            throw CallRailFailure.configuration(
                    "Option '%s' cannot be '%s'. It takes milliseconds, or a duration such as 15m, 1h30m or 30s.%s"
                            .formatted(option, text, advice));
        }
    }
}
