package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long a request waits for one of the transport's connections before it fails.
 *
 * @param most the maximum wait; zero to fail immediately
 * @param option the option that sets it, for messages
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
