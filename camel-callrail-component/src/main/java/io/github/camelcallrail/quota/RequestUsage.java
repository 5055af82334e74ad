package io.github.camelcallrail.quota;

/**
 * The requests of an account that count at a certain time.
 *
 * @param inHour the requests that count towards the hourly limit
 * @param inDay the requests that count towards the daily limit
 */
public record RequestUsage(long inHour, long inDay) {

    /** The number of requests left within some limits, 0 or more. */
    public long left(Limits limits) {
        return Math.max(0, Math.min(limits.perHour() - inHour, limits.perDay() - inDay));
    }
}
