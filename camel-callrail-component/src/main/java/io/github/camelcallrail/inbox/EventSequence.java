package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.UUID;

/**
 * Numbers for events: each is greater than the one before, as text, even if the clock is set back; those of different
 * processes differ, and follow each other as closely as the clocks agree. Thread-safe.
 */
final class EventSequence {

    private static final int MILLIS_DIGITS = 13;
    private static final int COUNT_DIGITS = 6;
    private static final int MAX_COUNT = 999_999;
    private static final int PROCESS_DIGITS = 12;

    private final Clock clock;
    private final String process;
    private long millis;
    private int count;

    EventSequence(Clock clock) {
        this.clock = requireNonNull(clock, "clock is null");
        String random = UUID.randomUUID().toString();
        this.process = random.substring(random.length() - PROCESS_DIGITS);
    }

    /** The time in milliseconds, a count, and the process. */
    synchronized String next() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            count = 0;
        } else if (count == MAX_COUNT) {
            millis++;
            count = 0;
        } else {
            count++;
        }
        return padded(millis, MILLIS_DIGITS) + "-" + padded(count, COUNT_DIGITS) + "-" + process;
    }

    private static String padded(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }
}
