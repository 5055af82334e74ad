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
 * What the date options of an endpoint or message say, before a clock and a zone turn it into a window. Immutable; may be
 * resolved any number of times, each time as of the instant given.
 *
 * @param given the date options and their text, in the order of {@link #OPTIONS}, never empty: no option at all is
 *     {@code daysBack=7}, the API's own default said explicitly
 */
public record DateSelection(Map<String, String> given) {

    /** Every option that says which time is meant. They replace each other as one group; the zone is not among them. */
    public static final List<String> OPTIONS =
            List.of("date", "daysBack", "startDate", "endDate", "startDaysBack", "endDaysBack", "dateRange");

    /** Those that say where the time ends. */
    public static final Set<String> END_OPTIONS = Set.of("endDate", "endDaysBack");

    private static final int QUARTER_HOUR_SECONDS = 15 * 60;
    private static final int LATEST_ZONE_QUARTER_HOURS = 14 * 4;
    private static final int EARLIEST_ZONE_QUARTER_HOURS = -12 * 4;

    public DateSelection {
        given = present(given);
        SelectedDates.of(given);
    }

    /**
     * Checks everything that needs no clock: each text, and which options go together.
     *
     * @param options the date options and their text, with a null value or without the key when not given; a key that is
     *     no date option is an {@link IllegalArgumentException}
     * @throws CallRailFailure of kind CONFIGURATION for texts and combinations that mean nothing
     */
    public static DateSelection of(Map<String, String> options) {
        return new DateSelection(options);
    }

    /**
     * Whether the zone changes which instants are meant: true for days, days back, ranges and date-times without an
     * offset. When false any zone may be passed to {@link #resolve}; pass {@link TimeZones#UTC}.
     */
    public boolean needsZone() {
        return SelectedDates.of(given).needZone();
    }

    /**
     * Both ends of the window, as of now.
     *
     * <p>Times that the zone's clocks skip become the first minute after as a start and the last minute before as an end.
     * An instant given by its offset becomes the zone's local time; where clocks show that time twice, the window is up to
     * an hour wider than asked, because the API takes no offset beside the zone.
     *
     * <p>With {@link DatePrecision#MINUTE} an end later than now becomes now, cut to the minute; while clocks show a time for
     * the first of two times, the last minute before those. Only if the start lies after that one does the window end at
     * its start's minute, at its second showing, which is still to come.
     *
     * @throws CallRailFailure of kind CONFIGURATION when the start lies in the future, after the end, or further back than
     *     CallRail keeps records, and for a time of day where the precision takes none
     */
    public DateWindow resolve(Instant now, ZoneId zone, DatePrecision precision) {
        return new WindowResolver(now, new WallClock(zone), precision).of(SelectedDates.of(given));
    }

    /**
     * Fails for what {@link #resolve} would refuse as of now, in the zone if one is given or none is needed, otherwise in
     * every zone there could be. So a mistake shows when an endpoint is created, before its zone is looked up.
     *
     * @throws CallRailFailure as {@link #resolve}; without a zone, with the dates of UTC+14, where the day is latest
     */
    public void check(Instant now, Optional<ZoneId> zone, DatePrecision precision) {
        if (zone.isPresent() || !needsZone()) {
            resolve(now, zone.orElse(TimeZones.UTC), precision);
            return;
        }
        // All offsets and not the two extremes only: whether today's midnight comes before an exact minute may differ
        // between zones in the middle and both extremes, whose midnights are two hours apart.
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

    /** Whether what is meant ends with today, whatever day it is. */
    public boolean endsToday() {
        return SelectedDates.of(given).endsToday();
    }

    /** As a user writes it: {@code startDate=2026-03-01, endDaysBack=1}. */
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
