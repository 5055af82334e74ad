package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a request waits for one of the transport's connections before it fails.
 *
 * @param most zero to fail at once
 * @param option the option that says so, for messages
 */
public record ConnectionWait(Duration most, String option) {
    public ConnectionWait {
        requireNonNull(most, "most is null");
        requireNonNull(option, "option is null");
        if (most.isNegative()) {
            throw new IllegalArgumentException(most.toString());
        }
    }
}
