package io.github.camelcallrail.agency;

import java.time.Duration;

/**
 * When one of many accounts polls: at its own moment of each interval. The moments of any number of accounts are spread
 * evenly, whenever accounts are added.
 *
 * @param interval the time between two polls of an account
 * @param offset its moment, counted from the start of the interval
 */
record PollMoments(Duration interval, Duration offset) {

    /** Its multiples without their whole part are spread evenly between 0 and 1, however many there are. */
    private static final double GOLDEN_RATIO = 0.6180339887498949;

    /** @param number the number of the account, starting at 0 */
    static PollMoments of(int number, Duration interval) {
        return new PollMoments(interval, Duration.ofNanos((long) (number * GOLDEN_RATIO % 1 * interval.toNanos())));
    }

    /**
     * From a time until the next moment: longer than zero, at most an interval.
     *
     * @param since the time since an interval began, it does not matter which
     */
    Duration next(Duration since) {
        long past = Math.floorMod(since.minus(offset).toNanos(), interval.toNanos());
        return interval.minusNanos(past);
    }
}
