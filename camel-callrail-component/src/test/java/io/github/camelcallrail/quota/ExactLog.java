package io.github.camelcallrail.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every request with its exact time, to hold a budget against. It shares nothing with what it is held against. */
final class ExactLog {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);

    private final List<Instant> sent = new ArrayList<>();

    void add(Instant instant) {
        sent.add(instant);
        Collections.sort(sent);
    }

    /** What is later than now was sent now, because the clock was ahead. */
    void putBack(Instant now) {
        sent.replaceAll(instant -> instant.isAfter(now) ? now : instant);
    }

    /** What was sent in minutes that are wholly out of the day is gone, also for a clock that is put back later. */
    void forget(Instant now) {
        sent.removeIf(instant -> !instant.truncatedTo(ChronoUnit.MINUTES)
                .plus(DAY)
                .plus(1, ChronoUnit.MINUTES)
                .isAfter(now));
    }

    /** Whether in the 60 minutes and in the 24 hours that end now, both ends included, no more was sent than that. */
    boolean within(Limits limits, Instant now) {
        return since(now.minus(HOUR)) <= limits.perHour() && since(now.minus(DAY)) <= limits.perDay();
    }

    /** The time from which on there is room for one more. */
    Instant free(Limits limits) {
        Instant hour = last(limits.perHour()).plus(HOUR);
        Instant day = last(limits.perDay()).plus(DAY);
        return hour.isAfter(day) ? hour : day;
    }

    private long since(Instant start) {
        return sent.stream().filter(instant -> !instant.isBefore(start)).count();
    }

    private Instant last(int number) {
        return sent.size() < number ? Instant.EPOCH : sent.get(sent.size() - number);
    }
}
