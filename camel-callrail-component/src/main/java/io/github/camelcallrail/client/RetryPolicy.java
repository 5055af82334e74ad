package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often a request is retried after a temporary failure.
 *
 * @param most the maximum number of retries, 0 for none
 * @param delay the wait before the first retry; doubled before each further one, and each wait is shortened by up to a
 *     half at random, so that requests that failed together are not retried together
 * @param within no retry starts later than this after the first attempt started
 */
public record RetryPolicy(int most, Duration delay, Duration within) {

    private static final int MAX_DOUBLINGS = 20;

    public RetryPolicy {
        requireNonNull(delay, "delay is null");
        requireNonNull(within, "within is null");
        if (most < 0 || delay.isNegative() || within.isNegative()) {
            throw new IllegalArgumentException(most + " retries after " + delay + " within " + within);
        }
    }

    /**
     * The wait before a retry.
     *
     * @param number the number of the retry, starting at 1
     * @param fraction how much of the random half to subtract, from 0 to 1
     */
    Duration before(int number, double fraction) {
        Duration whole = delay.multipliedBy(1L << Math.min(number - 1, MAX_DOUBLINGS));
        return Duration.ofMillis(Math.round(whole.toMillis() * (1 - fraction / 2)));
    }
}
