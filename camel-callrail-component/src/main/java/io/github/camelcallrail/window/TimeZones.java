package io.github.camelcallrail.window;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parses option {@code timeZone}: names of the IANA time zone database only, such as {@code America/New_York}. */
public final class TimeZones {

    /** The zone to send when nothing depends on it; its id is {@code UTC}, which CallRail knows, not {@code Z}. */
    public static final ZoneId UTC = ZoneId.of("UTC");

    private static final String JAVA_ONLY = "SystemV/";
    private static final Pattern OFFSET = Pattern.compile("(UTC|GMT|UT)?[+-]\\d.*|Z");

    // Looked up first: newer JDKs know EST, MST and HST as zones without daylight saving time, which users do not mean.
    private static final Map<String, String> FAMILIAR = Map.ofEntries(
            Map.entry("EST", "America/New_York"),
            Map.entry("EDT", "America/New_York"),
            Map.entry("CST", "America/Chicago"),
            Map.entry("CDT", "America/Chicago"),
            Map.entry("MST", "America/Denver"),
            Map.entry("MDT", "America/Denver"),
            Map.entry("PST", "America/Los_Angeles"),
            Map.entry("PDT", "America/Los_Angeles"),
            Map.entry("HST", "Pacific/Honolulu"),
            Map.entry("Eastern Time (US & Canada)", "America/New_York"),
            Map.entry("Central Time (US & Canada)", "America/Chicago"),
            Map.entry("Mountain Time (US & Canada)", "America/Denver"),
            Map.entry("Pacific Time (US & Canada)", "America/Los_Angeles"));

    private TimeZones() {}

    /**
     * The zone with a name, spelt as in the database.
     *
     * @throws CallRailFailure of kind CONFIGURATION for offsets ({@code +05:00}), abbreviations ({@code EST}), the
     *     names that CallRail displays ({@code Eastern Time (US & Canada)}) and misspelt names; the message says what
     *     to write instead
     */
    public static ZoneId of(String text) {
        String name = text.strip();
        if (name.isEmpty()) {
            throw CallRailFailure.configuration(
                    "timeZone is empty: leave it out, or name a place, such as timeZone=America/New_York.");
        }
        if (FAMILIAR.containsKey(name)) {
            throw rejected(name, " is not the name of a place: write timeZone=" + FAMILIAR.get(name) + ".");
        }
        if (OFFSET.matcher(name).matches()) {
            throw rejected(
                    name,
                    " is an offset, which has no daylight saving time: name a place, such as"
                            + " timeZone=America/New_York, or write timeZone=UTC.");
        }
        if (!ZoneId.getAvailableZoneIds().contains(name) || name.startsWith(JAVA_ONLY)) {
            throw rejected(
                    name,
                    " is not a time zone: write an IANA name such as America/New_York"
                            + NearestMatch.hint(name, suggestions()));
        }
        return ZoneId.of(name);
    }

    /** The zone with a name, which may be one that CallRail displays; empty if it is unknown. */
    public static Optional<ZoneId> known(String name) {
        String place = FAMILIAR.getOrDefault(name, name);
        return ZoneId.getAvailableZoneIds().contains(place) ? Optional.of(ZoneId.of(place)) : Optional.empty();
    }

    private static CallRailFailure rejected(String name, String reason) {
        return CallRailFailure.configuration("timeZone=" + name + reason);
    }

    /** Places only, because any short text resembles "GB"; sorted, so that ties are always resolved in the same way. */
    private static SortedSet<String> suggestions() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.contains("/") && !name.startsWith(JAVA_ONLY) || name.equals(UTC.getId()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
