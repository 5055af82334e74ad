package io.github.camelcallrail.quota;

/**
 * The maximum number of requests that may be sent for one account.
 *
 * @param perHour in any 60 minutes, 1 or more
 * @param perDay in any 24 hours, 1 or more
 */
public record Limits(int perHour, int perDay) {

    /** CallRail's default limits for an account. Source: apidocs.callrail.com, "Rate Limiting". */
    public static final Limits CALLRAILS_OWN = new Limits(1_000, 10_000);

    public Limits {
        if (perHour < 1 || perDay < 1) {
            throw new IllegalArgumentException(perHour + " an hour and " + perDay + " a day");
        }
    }

    /** The lower of both limits, per hour and per day. */
    public Limits atMost(Limits other) {
        return new Limits(Math.min(perHour, other.perHour), Math.min(perDay, other.perDay));
    }
}
