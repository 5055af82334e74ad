package io.github.camelcallrail.check;

import io.github.camelcallrail.check.CallProbes.KnownCall;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.TimeText;
import io.github.camelcallrail.window.TimeZones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves that CallRail reads dates as this component assumes, with windows around known calls. Windows of other checks
 * than that of the time zone are in UTC, so that only one thing is tried at a time. Used by one thread at a time.
 */
final class DateChecks {

    private static final String NO_CALL = "There is no call at a suitable time in the last " + Samples.DAYS + " days.";

    /** Far from Greenwich, in different directions, and known to every database of zones. */
    private static final List<ZoneId> FAR_ZONES = Stream.of("Asia/Tokyo", "Pacific/Honolulu", "Pacific/Auckland")
            .map(ZoneId::of)
            .toList();

    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d\\d:?\\d\\d)");

    /** In live data, the offsets of a few records differ for unknown reasons. */
    private static final double MOST_EXCEPTIONS = 0.2;

    private final CallProbes calls;
    private Optional<FarDay> farDay = Optional.empty();
    private boolean farDayRead;

    DateChecks(CallProbes calls) {
        this.calls = calls;
    }

    /** A window that starts at the minute of a call has no earlier call of that day. */
    Finding timesOfDay() {
        List<KnownCall> known = calls.known();
        for (int index = 1; index < known.size(); index++) {
            Instant minute = known.get(index).time().truncatedTo(ChronoUnit.MINUTES);
            LocalDate day = day(minute, TimeZones.UTC);
            Instant before = known.get(index - 1).time();
            if (before.isBefore(minute) && day(before, TimeZones.UTC).equals(day)) {
                return timesOfDay(minute, day);
            }
        }
        return Finding.unknown("There are no two calls on one day in the last " + Samples.DAYS + " days.");
    }

    private Finding timesOfDay(Instant minute, LocalDate day) {
        String start = LocalDateTime.ofInstant(minute, TimeZones.UTC).toString();
        List<Instant> times = times(calls.between(start, day + "T23:59", TimeZones.UTC.getId()));
        if (times.isEmpty()) {
            return Finding.unknown("A window that starts at the minute of a known call is empty.");
        }
        if (times.stream().noneMatch(time -> time.isBefore(minute))) {
            return Finding.ok("Times of day in dates are respected.");
        }
        return timeZone().outcome() == CheckOutcome.DIFFERS
                ? Finding.unknown("CallRail reads dates in another time zone, so times of day cannot be told.")
                : Finding.differs("A window with a time of day also has earlier calls of that day.", Advice.READING);
    }

    /** The window from one day to the same day has the calls of that day. */
    Finding endDate() {
        ZoneId zone = calls.account().zone();
        Optional<KnownCall> call = calls.known().stream()
                .filter(known -> day(known.time(), zone).equals(day(known.time(), TimeZones.UTC)))
                .findFirst();
        if (call.isEmpty()) {
            return Finding.unknown(NO_CALL);
        }
        String day = day(call.get().time(), TimeZones.UTC).toString();
        return calls.between(day, day, TimeZones.UTC.getId()).isEmpty()
                ? Finding.differs(
                        "The end date is not part of the window: a window of one day has no calls, although there are"
                                + " some.",
                        Advice.READING)
                : Finding.ok("The end date is part of the window.");
    }

    /** A day in a distant zone has the calls of that day there, and no others. */
    Finding timeZone() {
        Optional<FarDay> day = farDay();
        if (day.isEmpty()) {
            return Finding.unknown(NO_CALL);
        }
        return day.get().isRight()
                ? Finding.ok("Dates are read in the requested time zone.")
                : Finding.differs(
                        "Dates are not read in the requested time zone.",
                        "Days may begin and end at another time than the time zone says. Check the first and last times"
                                + " of what you read.");
    }

    /** The times of calls have the offset of the time zone that was requested for them. */
    Finding offsets() {
        Optional<FarDay> day = farDay();
        List<String> texts = day.stream()
                .flatMap(far -> far.received().stream())
                .map(call -> String.valueOf(call.get("start_time")))
                .filter(text -> OFFSET.matcher(text).matches())
                .toList();
        if (texts.isEmpty()) {
            return Finding.unknown(NO_CALL);
        }
        long others = texts.stream()
                .filter(text -> !hasOffset(text, day.get().known().zone()))
                .count();
        String seen = "%s of %s calls have the offset of the requested time zone."
                .formatted(texts.size() - others, texts.size());
        return others <= MOST_EXCEPTIONS * texts.size()
                ? Finding.ok(seen)
                : Finding.differs(
                        seen,
                        "Nothing depends on it here: times are compared as instants. If you cut the date off a time,"
                                + " convert it to your time zone first.");
    }

    private static boolean hasOffset(String text, ZoneId zone) {
        Matcher offset = OFFSET.matcher(text);
        try {
            Instant time = TimeText.instant(text);
            return offset.matches()
                    && zone.getRules()
                            .getOffset(time)
                            .getId()
                            .replace(":", "")
                            .equals(offset.group(1).replace(":", ""));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Optional<FarDay> farDay() {
        if (!farDayRead) {
            farDay = findFarDay();
            farDayRead = true;
        }
        return farDay;
    }

    /**
     * The day with most known calls, in a distant zone in which they are on another day than in UTC and in the zone of
     * the company.
     */
    private Optional<FarDay> findFarDay() {
        return FAR_ZONES.stream()
                .flatMap(zone -> farCalls(zone).values().stream())
                .max(Comparator.comparingInt(List::size))
                .map(far -> far.get(0))
                .map(far -> {
                    // With a time of day, so that it does not matter whether the end date is part of the window.
                    List<CallRailRecord> received = calls.between(
                            far.day().toString(),
                            far.day() + "T23:59",
                            far.zone().getId());
                    return new FarDay(far, received, times(received));
                });
    }

    private Map<LocalDate, List<FarCall>> farCalls(ZoneId zone) {
        ZoneId own = calls.account().zone();
        return calls.known().stream()
                .map(call -> new FarCall(call, day(call.time(), zone), zone))
                .filter(far -> !far.day().equals(day(far.call().time(), TimeZones.UTC))
                        && !far.day().equals(day(far.call().time(), own)))
                .collect(Collectors.groupingBy(FarCall::day));
    }

    private List<Instant> times(List<CallRailRecord> records) {
        return records.stream().map(calls::time).flatMap(Optional::stream).toList();
    }

    private static LocalDate day(Instant time, ZoneId zone) {
        return LocalDate.ofInstant(time, zone);
    }

    /** A call, and its day in a distant zone, which is not its day in UTC. */
    private record FarCall(KnownCall call, LocalDate day, ZoneId zone) {}

    /**
     * A day in a distant zone.
     *
     * @param known a call on that day
     * @param received the calls that CallRail lists for that day
     * @param times their times
     */
    private record FarDay(FarCall known, List<CallRailRecord> received, List<Instant> times) {

        boolean isRight() {
            boolean outside = times.stream()
                    .anyMatch(time -> !DateChecks.day(time, known.zone()).equals(known.day()));
            boolean whole = received.size() < CallProbes.PAGE_SIZE;
            boolean later =
                    !times.isEmpty() && times.get(0).isAfter(known.call().time().plus(Duration.ofHours(1)));
            boolean missing = received.stream()
                    .noneMatch(record -> record.id().equals(known.call().id()));
            return !outside && !(missing && (whole || later));
        }
    }
}
