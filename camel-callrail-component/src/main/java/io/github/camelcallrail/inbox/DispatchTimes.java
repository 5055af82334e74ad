package io.github.camelcallrail.inbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long an {@link EventDispatcher} waits for what. All durations are positive.
 *
 * @param look from one look at the inbox to the next; events that another process added are found this much later at
 *     most
 * @param renewal how often the process that hands out renews its lease
 * @param takeOver how long another process must have seen a lease unchanged before it takes it over; longer than
 *     look and renewal together, or else the holder would lose it
 * @param firstRetry from the first failure of an event to the next attempt; twice as long after each further failure
 * @param longestRetry the longest wait between two attempts
 */
public record DispatchTimes(
        Duration look, Duration renewal, Duration takeOver, Duration firstRetry, Duration longestRetry) {

    /** A look each second, a lease renewed every 3 seconds and taken over after 10, retries after 1 s to 5 min. */
    public static final DispatchTimes DEFAULT = new DispatchTimes(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5));

    public DispatchTimes {
        requirePositive("look", look);
        requirePositive("renewal", renewal);
        requirePositive("takeOver", takeOver);
        requirePositive("firstRetry", firstRetry);
        requirePositive("longestRetry", longestRetry);
        if (takeOver.compareTo(look.plus(renewal)) <= 0) {
            throw new IllegalArgumentException("takeOver must be longer than look and renewal together, but is "
                    + takeOver + " and these are " + look + " and " + renewal);
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (requireNonNull(duration, name + " is null").isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, but is " + duration);
        }
    }

    /** The wait after an attempt that failed; {@code failures} is 1 after the first one. */
    Duration retryAfter(int failures) {
        Duration wait = firstRetry;
        for (int i = 1; i < failures && wait.compareTo(longestRetry) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }
}
