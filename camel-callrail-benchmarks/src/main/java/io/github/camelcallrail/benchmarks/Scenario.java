package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.contender.ContenderKind;
import io.github.camelcallrail.benchmarks.server.Profile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is read, and how slow the server and the route are.
 *
 * @param name as given in the arguments, such as {@code 20k/50ms/0.3ms}
 * @param latency the time before each response
 * @param work the time a route takes for each record
 */
public record Scenario(String name, int records, Duration latency, Duration work, Profile profile) {

    private static final Pattern TEXT = Pattern.compile(
            "(?<count>\\d+)(?<unit>[km]?)(/(?<latency>\\d+)ms)?(/(?<work>[\\d.]+)ms)?(?<transcripts>/transcripts)?");

    private static final int TOO_MANY_TO_HOLD = 200_000;

    static final List<String> QUICK = List.of("10k", "100k", "5k/50ms/0.3ms");

    static final List<String> FULL = List.of(
            "10k",
            "100k",
            "1m",
            "20k/50ms",
            "20k/50ms/0.3ms",
            "20k/100ms",
            "20k/100ms/0.3ms",
            "20k/200ms",
            "20k/200ms/0.3ms");

    /** Parses {@code 20k/50ms/0.3ms/transcripts}; everything after the count is optional. */
    public static Scenario of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "Write a scenario as 20k/50ms/0.3ms/transcripts (records, latency, work per record), not " + text);
        }
        int factor = matcher.group("unit").equals("m")
                ? 1_000_000
                : matcher.group("unit").equals("k") ? 1_000 : 1;
        return new Scenario(
                text,
                Integer.parseInt(matcher.group("count")) * factor,
                millis(matcher.group("latency")),
                millis(matcher.group("work")),
                matcher.group("transcripts") == null ? Profile.FIELDS : Profile.TRANSCRIPTS);
    }

    private static Duration millis(String number) {
        return number == null
                ? Duration.ZERO
                : Duration.ofNanos(new BigDecimal(number).movePointRight(6).longValueExact());
    }

    /** Whether a contender can take part and yields a meaningful result. */
    boolean suits(ContenderKind kind) {
        boolean fits = !kind.holdsAll() || records <= TOO_MANY_TO_HOLD && profile == Profile.FIELDS;
        // The server's limit is meaningless if the server is told to wait.
        return fits && (kind.makesRecords() || !waits());
    }

    /** The counted rounds: few if a round is long, or if it consists mostly of waiting, which does not vary. */
    int rounds() {
        return waits() ? 2 : records >= 1_000_000 ? 3 : records >= 100_000 ? 5 : 9;
    }

    /** The rounds before the counted ones, for the compiler. Unimportant if a round consists mostly of waiting. */
    int warmUps() {
        return waits() ? 0 : records >= 1_000_000 ? 1 : 3;
    }

    boolean waits() {
        return !latency.isZero() || !work.isZero();
    }
}
