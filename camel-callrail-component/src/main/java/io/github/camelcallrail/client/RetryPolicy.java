package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often a request is tried again after a failure that may pass.
 *
 * @param most how many times after the first, 0 for never
 * @param delay the time before the first retry; doubled before each further one, and each shortened by up to a half at random,
 *     so that many who failed together do not come back together
 * @param within no retry begins later than that after the first attempt began
 */
public record RetryPolicy(int most, Duration delay, Duration within) {

    private static final int MOST_DOUBLINGS = 20;

    public RetryPolicy {
        requireNonNull(delay, "delay is null");
        requireNonNull(within, "within is null");
        if (most < 0 || delay.isNegative() || within.isNegative()) {
            throw new IllegalArgumentException(most + " retries after " + delay + " within " + within);
        }
    }

    /**
     * How long to wait before a retry.
     *
     * @param number which retry, the first being 1
     * @param fraction how much of the random half to leave out, from 0 to 1
     */
    Duration before(int number, double fraction) {
        Duration whole = delay.multipliedBy(1L << Math.min(number - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(Math.round(whole.toMillis() * (1 - fraction / 2)));
    }
}
