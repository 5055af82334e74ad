package io.github.camelcallrail.window;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The time that one point of a time series covers (apidocs.callrail.com, Retrieving Call Timeseries Data). */
public enum Interval {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private static final int MAX_HOURS_PER_DAY = 25;
    private static final Pattern DURATION = Pattern.compile("(?i)P?T?\\d.*");
    private static final List<String> TEXTS =
            Arrays.stream(values()).map(Interval::text).toList();

    private final ChronoUnit unit;

    Interval(ChronoUnit unit) {
        this.unit = unit;
    }

    /**
     * The interval with a name, in any case.
     *
     * @throws CallRailFailure of kind CONFIGURATION for any other text; a duration such as {@code 15m} gets a message
     *     of its own, because Camel users expect {@code interval} to be the polling period
     */
    public static Interval of(String text) {
        String name = text.strip();
        for (Interval interval : values()) {
            if (interval.text().equalsIgnoreCase(name)) {
                return interval;
            }
        }
        if (DURATION.matcher(name).matches()) {
            throw CallRailFailure.configuration("interval=" + name + " looks like a polling period, which option"
                    + " 'delay' sets: write delay=" + name + ". Option 'interval' sets the time that one point covers: "
                    + String.join(", ", TEXTS) + ".");
        }
        throw CallRailFailure.configuration(
                "interval=" + name + " is not one of " + String.join(", ", TEXTS) + NearestMatch.hint(name, TEXTS));
    }

    /** The name as the API expects it, in lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The exclusive end, in local time, of the point that begins at a time. */
    public LocalDateTime endOf(LocalDateTime pointStart) {
        return pointStart.plus(1, unit);
    }

    /** How many whole days never need more than a number of points; empty if there is no limit. */
    OptionalInt daysWithin(int points) {
        return switch (this) {
            // A day on which clocks go back has 25 hours, or 24.5 hours, which make 25 points.
            case HOUR -> atLeastOne(points / MAX_HOURS_PER_DAY, points);
            case DAY -> atLeastOne(points, points);
            // The 25 months that CallRail keeps are 110 weeks: within its 200 points, so a week, whose figures could
            // not be recombined, is never split.
            case WEEK, MONTH, YEAR -> OptionalInt.empty();
        };
    }

    private OptionalInt atLeastOne(int days, int points) {
        if (days < 1) {
            throw new IllegalArgumentException(points + " points do not hold one day by the " + text());
        }
        return OptionalInt.of(days);
    }
}
