package io.github.camelcallrail.sandbox;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** When people get in touch: more on weekdays than at weekends, more by day than by night. */
final class OfficeHours {

    /** The percentage that falls into each hour of the day. */
    private static final int[] SHARES = {0, 0, 0, 0, 0, 1, 2, 4, 9, 12, 12, 10, 8, 10, 10, 9, 7, 3, 1, 1, 1, 0, 0, 0};

    private OfficeHours() {}

    /**
     * Times spread over whole days, oldest first.
     *
     * @param perDay on average
     * @param until excluded
     */
    static List<Instant> times(int perDay, int days, Instant until, ZoneId zone, SplittableRandom random) {
        List<Instant> times = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(until, zone);
        for (int ago = days; ago >= 0; ago--) {
            LocalDate day = today.minusDays(ago);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            // Five busy days and two quiet ones add up to the average.
            int count = weekend ? Math.max(1, perDay * 2 / 5) : perDay + perDay / 4;
            int spread = count / 3;
            times.addAll(ofDay(day, count - spread + random.nextInt(2 * spread + 1), zone, random));
        }
        return times.stream().filter(at -> at.isBefore(until)).sorted().toList();
    }

    private static List<Instant> ofDay(LocalDate day, int count, ZoneId zone, SplittableRandom random) {
        List<Instant> times = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            times.add(day.atTime(hour(random), 0).atZone(zone).toInstant().plusMillis(random.nextInt(3_600_000)));
        }
        return times;
    }

    private static int hour(SplittableRandom random) {
        int left = random.nextInt(100);
        for (int hour = 0; hour < SHARES.length; hour++) {
            left -= SHARES[hour];
            if (left < 0) {
                return hour;
            }
        }
        return 12;
    }
}
