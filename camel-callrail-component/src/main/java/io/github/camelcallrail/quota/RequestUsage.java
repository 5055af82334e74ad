package io.github.camelcallrail.quota;

/**
 * How many requests of an account count at a time.
 *
 * @param inHour against the limit of an hour
 * @param inDay against the limit of a day
 */
public record RequestUsage(long inHour, long inDay) {

    /** How many more may be sent within some limits now, 0 or more. */
    public long left(Limits limits) {
        return Math.max(0, Math.min(limits.perHour() - inHour, limits.perDay() - inDay));
    }
}
