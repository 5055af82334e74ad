package io.github.camelcallrail.window;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the option {@code timeZone}: names of the IANA time zone database only, such as {@code America/New_York}. */
public final class TimeZones {

    /** The zone to send when nothing depends on one; its id is {@code UTC}, which CallRail knows, and not {@code Z}. */
    public static final ZoneId UTC = ZoneId.of("UTC");

    private static final Pattern OFFSET = Pattern.compile("(UTC|GMT|UT)?[+-]\\d.*|Z");

    // Looked up first: newer JDKs know EST, MST and HST as zones without summer time, and nobody who writes them means
    // that.
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
     * The zone of that name, in the spelling of the database.
     *
     * @throws CallRailFailure of kind CONFIGURATION for offsets ({@code +05:00}), abbreviations ({@code EST}), the names
     *     that CallRail displays ({@code Eastern Time (US & Canada)}) and misspelt names, saying what to write instead
     */
    public static ZoneId of(String text) {
        String name = text.strip();
        if (FAMILIAR.containsKey(name)) {
            throw refused(name, " is not the name of a place: write timeZone=" + FAMILIAR.get(name) + ".");
        }
        if (OFFSET.matcher(name).matches()) {
            throw refused(
                    name,
                    " is an offset, which knows no summer time: name a place, such as timeZone=America/New_York, or write"
                            + " timeZone=UTC.");
        }
        Set<String> names = names();
        if (!names.contains(name)) {
            throw refused(
                    name,
                    " is not a time zone: write an IANA name such as America/New_York"
                            + NearestMatch.hint(name, names));
        }
        return ZoneId.of(name);
    }

    private static CallRailFailure refused(String name, String reason) {
        return CallRailFailure.configuration("timeZone=" + name + reason);
    }

    private static Set<String> names() {
        // SystemV names are Java's own; sorted, so that of two equally near names the same is always suggested.
        return ZoneId.getAvailableZoneIds().stream()
                .filter(name -> !name.startsWith("SystemV/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
