package io.github.camelcallrail.sandbox;

import java.util.Objects;

/**
 * How many requests one account may make, over all its keys. What is above is answered 429.
 *
 * <p>Source: apidocs.callrail.com, Rate Limiting. Whether the hour and the day roll or follow the clock is not
 * documented, so both can be had.
 */
public record Quota(int perHour, int perDay, Kind kind) {

    /** When an hour and a day begin. */
    public enum Kind {
        /** At every request: the hour and the day that end with it. */
        ROLLING,
        /** On the full hour and at midnight, UTC. */
        CLOCK
    }

    public Quota {
        Objects.requireNonNull(kind, "kind");
        if (perHour < 1 || perDay < 1) {
            throw new IllegalArgumentException(
                    "A quota allows at least 1 request, not " + perHour + " an hour and " + perDay + " a day");
        }
    }

    /** A rolling quota. */
    public static Quota of(int perHour, int perDay) {
        return new Quota(perHour, perDay, Kind.ROLLING);
    }

    /** No bound that a test could reach. */
    public static Quota unlimited() {
        return of(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
