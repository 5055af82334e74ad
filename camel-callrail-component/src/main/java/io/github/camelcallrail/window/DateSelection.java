package io.github.camelcallrail.window;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The date options of an endpoint or message, before a clock and a zone turn them into a window. Immutable; can be
 * resolved any number of times, each time for the given instant.
 *
 * @param given the date options and their text, in the order of {@link #OPTIONS}, never empty: no option at all means
 *     {@code daysBack=7}, which is also the API's default
 */
public record DateSelection(Map<String, String> given) {

    /** All options that select a time. They replace each other as one group; the zone is not among them. */
    public static final List<String> OPTIONS =
            List.of("date", "daysBack", "startDate", "endDate", "startDaysBack", "endDaysBack", "dateRange");

    /** The options that set only the end. */
    public static final Set<String> END_OPTIONS = Set.of("endDate", "endDaysBack");

    private static final int QUARTER_HOUR_SECONDS = 15 * 60;
    private static final int LATEST_ZONE_QUARTER_HOURS = 14 * 4;
    private static final int EARLIEST_ZONE_QUARTER_HOURS = -12 * 4;

    public DateSelection {
        given = present(given);
        SelectedDates.of(given);
    }

    /**
     * Checks everything that needs no clock: each value, and the combination of options.
     *
     * @param options the date options and their text, without the key or with a null value if not set; a key that is
     *     not a date option throws an {@link IllegalArgumentException}
     * @throws CallRailFailure of kind CONFIGURATION for invalid values and combinations
     */
    public static DateSelection of(Map<String, String> options) {
        return new DateSelection(options);
    }

    /**
     * Whether the window depends on the zone: true for days, days back, ranges and date-times without an offset. If
     * false, any zone may be passed to {@link #resolve}; pass {@link TimeZones#UTC}.
     */
    public boolean needsZone() {
        return SelectedDates.of(given).needZone();
    }

    /**
     * Resolves the window for the current time.
     *
     * <p>Times that the zone's clocks skip become the first minute after as a start and the last minute before as an
     * end. A date-time with an offset becomes the zone's local time; if clocks show that time twice, the window is up
     * to an hour wider than requested, because the API accepts no offset together with a zone.
     *
     * <p>With {@link DatePrecision#MINUTE} an end later than now becomes now, cut to the minute; while clocks show a
     * time for the first of two times, it becomes the last minute before the repeated period. Only if the start is
     * later than that minute does the window end at the minute of its start, in its second occurrence, which is still
     * to come.
     *
     * @throws CallRailFailure of kind CONFIGURATION if the start is in the future, after the end, or further back than
     *     CallRail keeps records, or if a date has a time of day that the precision does not accept
     */
    public DateWindow resolve(Instant now, ZoneId zone, DatePrecision precision) {
        return new WindowResolver(now, new WallClock(zone), precision).of(SelectedDates.of(given));
    }

    /**
     * Fails if {@link #resolve} would fail now: in the given zone, if there is one or none is needed; otherwise in
     * every possible zone. So a mistake is reported when an endpoint is created, before its zone is looked up.
     *
     * @throws CallRailFailure as {@link #resolve}; without a zone, with the dates of UTC+14, where the day is latest
     */
    public void check(Instant now, Optional<ZoneId> zone, DatePrecision precision) {
        if (zone.isPresent() || !needsZone()) {
            resolve(now, zone.orElse(TimeZones.UTC), precision);
            return;
        }
        // All offsets, not only the two extremes: whether today's midnight is before an exact minute may differ between
        // zones in the middle and both extremes, whose midnights are two hours apart.
        CallRailFailure latest = null;
        for (int quarter = LATEST_ZONE_QUARTER_HOURS; quarter >= EARLIEST_ZONE_QUARTER_HOURS; quarter--) {
            try {
                resolve(now, ZoneOffset.ofTotalSeconds(quarter * QUARTER_HOUR_SECONDS), precision);
                return;
            } catch (CallRailFailure failure) {
                latest = latest == null ? failure : latest;
            }
        }
        throw requireNonNull(latest, "no offset was tried");
    }

    /** Whether the selection always ends today. */
    public boolean endsToday() {
        return SelectedDates.of(given).endsToday();
    }

    /** The options as a user writes them: {@code startDate=2026-03-01, endDaysBack=1}. */
    @Override
    public String toString() {
        return given.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
    }

    private static Map<String, String> present(Map<String, String> options) {
        if (!OPTIONS.containsAll(options.keySet())) {
            throw new IllegalArgumentException(options.keySet() + " holds names other than " + OPTIONS);
        }
        Map<String, String> present = new LinkedHashMap<>();
        for (String option : OPTIONS) {
            String text = options.get(option);
            if (text != null) {
                present.put(option, written(option, text.strip()));
            }
        }
        return present.isEmpty() ? Map.of("daysBack", "7") : Collections.unmodifiableMap(present);
    }

    private static String written(String option, String text) {
        if (text.isEmpty()) {
            throw CallRailFailure.configuration(option + " is empty: leave it out, or give it a value.");
        }
        return text;
    }
}
