package io.github.camelcallrail.charts;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Missed calls by hour and weekday. */
final class MissedByHour implements Tally {

    private static final int HOURS = 24;
    private static final List<DayOfWeek> WEEKDAYS = List.of(DayOfWeek.values());

    private final long[][] missed = new long[WEEKDAYS.size()][HOURS];
    private final long[] inbound = new long[WEEKDAYS.size()];

    @Override
    public void add(CallRow call) {
        int weekday = call.start().getDayOfWeek().ordinal();
        if (call.inbound()) {
            inbound[weekday]++;
        }
        if (call.missed()) {
            missed[weekday][call.start().getHour()]++;
        }
    }

    @Override
    public Chart chart() {
        return new Chart(
                "missed-by-hour",
                "Missed calls by weekday and hour",
                "On which weekday are most calls missed?",
                ChartKind.HEAT_MAP,
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> String.format(Locale.ROOT, "%02d:00", hour))
                        .toList(),
                WEEKDAYS.stream()
                        .map(day -> new Series(
                                Words.weekday(day),
                                Arrays.stream(missed[day.ordinal()]).boxed().toList()))
                        .toList(),
                note());
    }

    /** The weekdays on which most calls are missed: several if equal, none if no call was missed. */
    List<DayOfWeek> worst() {
        long most = WEEKDAYS.stream().mapToLong(this::missedOn).max().orElse(0);
        return most == 0
                ? List.of()
                : WEEKDAYS.stream().filter(day -> missedOn(day) == most).toList();
    }

    long missedOn(DayOfWeek day) {
        return LongStream.of(missed[day.ordinal()]).sum();
    }

    long inboundOn(DayOfWeek day) {
        return inbound[day.ordinal()];
    }

    private String note() {
        List<DayOfWeek> worst = worst();
        if (worst.isEmpty()) {
            return "No call was missed.";
        }
        long count = missedOn(worst.get(0));
        String days = Words.list(worst.stream().map(Words::weekday).toList());
        if (worst.size() > 1) {
            return "Most calls were missed on " + days + ": " + Words.number(count) + " on each.";
        }
        long calls = inboundOn(worst.get(0));
        return "Most calls were missed on " + days + ": " + Words.number(count) + " of "
                + Words.number(calls, "incoming call") + " (" + Words.percent(count, calls) + ")." + hour();
    }

    /** The hour in which most calls are missed, if there is one. */
    private String hour() {
        long[] byHour = new long[HOURS];
        Stream.of(missed).forEach(day -> Arrays.setAll(byHour, hour -> byHour[hour] + day[hour]));
        long most = LongStream.of(byHour).max().orElse(0);
        int[] hours =
                IntStream.range(0, HOURS).filter(hour -> byHour[hour] == most).toArray();
        return hours.length != 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        " By hour, most were missed from %02d:00 to %02d:00: %,d.",
                        hours[0],
                        (hours[0] + 1) % HOURS,
                        most);
    }
}
