package io.github.camelcallrail.benchmarks;

import io.github.camelcallrail.benchmarks.contender.Way;
import io.github.camelcallrail.benchmarks.server.Profile;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is read, how slow the server is, and how slow the route.
 *
 * @param name as it was asked for, such as {@code 20k/50ms/0.3ms}
 * @param latency what passes before each answer
 * @param work what a route takes for each record
 */
record Scenario(String name, int records, Duration latency, Duration work, Profile profile) {

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

    /** Reads {@code 20k/50ms/0.3ms/transcripts}; all behind the count may be left out. */
    static Scenario of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "A scenario is written 20k/50ms/0.3ms/transcripts (records, latency, work for each), not " + text);
        }
        int factor = matcher.group("unit").equals("m")
                ? 1_000_000
                : matcher.group("unit").equals("k") ? 1_000 : 1;
        return new Scenario(
                text,
                Integer.parseInt(matcher.group("count")) * factor,
                millis(matcher.group("latency")),
                millis(matcher.group("work")),
                matcher.group("transcripts") == null ? Profile.COLUMNS : Profile.TRANSCRIPTS);
    }

    private static Duration millis(String number) {
        return number == null
                ? Duration.ZERO
                : Duration.ofNanos(new BigDecimal(number).movePointRight(6).longValueExact());
    }

    /** Whether a contender can take part, and says something here. */
    boolean suits(Way way) {
        boolean fits = !way.holdsAll() || records <= TOO_MANY_TO_HOLD && profile == Profile.COLUMNS;
        // The server's limit says nothing where the server is told to wait.
        return fits && (way.makesRecords() || !waits());
    }

    /** Rounds that are counted: few where a round is long, and where waiting, which does not vary, is most of it. */
    int rounds() {
        return waits() ? 2 : records >= 1_000_000 ? 3 : records >= 100_000 ? 5 : 9;
    }

    /** Rounds before those that are counted, for the compiler. Where waiting is most of it, it does not matter. */
    int warmUps() {
        return waits() ? 0 : records >= 1_000_000 ? 1 : 3;
    }

    boolean waits() {
        return !latency.isZero() || !work.isZero();
    }
}
