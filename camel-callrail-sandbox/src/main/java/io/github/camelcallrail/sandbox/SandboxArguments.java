package io.github.camelcallrail.sandbox;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments of the standalone sandbox: {@code port=8090 live=5s contrary=no-totals
 * webhook=http://localhost:8080/hooks}.
 *
 * @param live how often a call is added and another one edited; empty for never
 * @param contrary how it differs from CallRail as documented, in the order of their declaration
 * @param webhook where it sends all events of the first company; empty for nowhere
 */
record SandboxArguments(int port, Optional<Duration> live, Set<ContraryBehavior> contrary, Optional<String> webhook) {

    static final int DEFAULT_PORT = 8089;

    private static final Duration EACH_MINUTE = Duration.ofMinutes(1);
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)");
    private static final String USAGE =
            "Usage: SandboxMain [port=8089] [live[=1m]] [contrary=NAME,NAME] [webhook=URL]. The port is a number from"
                    + " 0 (any free port) to 65535; live is how often a call is added and another one edited, such as"
                    + " 500ms, 5s or 1m; contrary is how CallRail differs from its documentation, such as"
                    + " sort-ignored,no-totals; webhook is where events are sent, such as http://localhost:8080/hooks. Not: ";

    static SandboxArguments parse(String... args) {
        int port = DEFAULT_PORT;
        Optional<Duration> live = Optional.empty();
        Set<ContraryBehavior> contrary = Set.of();
        Optional<String> webhook = Optional.empty();
        for (String arg : args) {
            String[] pair = arg.split("=", 2);
            String value = pair.length == 1 ? "true" : pair[1];
            switch (pair[0]) {
                case "port" -> port = port(value, args);
                case "live" -> live = live(value, args);
                case "contrary" -> contrary = contrary(given(pair, args));
                // An empty value means none, as for contrary.
                case "webhook" -> webhook = Optional.of(given(pair, args)).filter(url -> !url.isBlank());
                default -> throw invalid(args);
            }
        }
        return new SandboxArguments(port, live, contrary, webhook);
    }

    private static String given(String[] pair, String... args) {
        if (pair.length == 1) {
            throw invalid(args);
        }
        return pair[1];
    }

    private static int port(String value, String... args) {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw invalid(args);
        }
        return Integer.parseInt(value);
    }

    private static Optional<Duration> live(String value, String... args) {
        if (value.equals("true")) {
            return Optional.of(EACH_MINUTE);
        }
        if (value.equals("false")) {
            return Optional.empty();
        }
        Matcher parts = DURATION.matcher(value);
        if (!parts.matches() || Integer.parseInt(parts.group(1)) == 0) {
            throw invalid(args);
        }
        long count = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                });
    }

    /** An empty value means none, so that a launcher can always pass the argument. */
    private static Set<ContraryBehavior> contrary(String value) {
        Set<ContraryBehavior> behaviors = EnumSet.noneOf(ContraryBehavior.class);
        for (String id : value.isBlank() ? new String[0] : value.split(",", -1)) {
            behaviors.add(ContraryBehavior.of(id.strip()));
        }
        return Collections.unmodifiableSet(behaviors);
    }

    private static IllegalArgumentException invalid(String... args) {
        return new IllegalArgumentException(USAGE + List.of(args));
    }
}
