package io.github.camelcallrail.options;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.time.DurationWords;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Options of which Camel makes a duration or a bean before an endpoint sees them, and says no more than that it cannot. */
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

    /** What Camel takes, and no text that it takes for none. */
    private static final Pattern DURATION =
            Pattern.compile("-?\\d+|(?=\\d)(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?(\\d+ms)?|-?[Pp].+");

    private UnconvertedOptions() {}

    /**
     * Looks at the values as they are written.
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
                    ("Option '%s' cannot be '%s': it takes a bean of the registry. Write %s=#%s for the bean of that name.")
                            .formatted(option, text, option, text));
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
