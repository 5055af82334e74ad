package io.github.camelcallrail.sandbox;

import java.util.Objects;

/**
 * How many requests one account allows, across all its keys. Requests above the limit get 429.
 *
 * <p>Source: apidocs.callrail.com, Rate Limiting. The documentation does not say whether the hour and the day are
 * rolling or follow the clock, so both are available.
 */
public record Quota(int perHour, int perDay, Kind kind) {

    /** When an hour and a day begin. */
    public enum Kind {
        /** Rolling: the hour and the day that end at each request. */
        ROLLING,
        /** Fixed: from the full hour and from midnight, UTC. */
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

    /** A limit so high that no test reaches it. */
    public static Quota unlimited() {
        return of(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
