package io.github.camelcallrail.monitor;

import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestUsage;
import java.time.Instant;
import java.util.Optional;

/**
 * What an endpoint may ask of an account now.
 *
 * @param accountId empty text for requests that belong to no account
 * @param limits of the endpoint
 * @param used by all that share the budget; empty where that cannot be told
 * @param pausedUntil until when nobody asks, because CallRail refused
 */
public record AccountStatus(
        String accountId, Limits limits, Optional<RequestUsage> used, Optional<Instant> pausedUntil) {

    /** How many requests it may send now; empty where that cannot be told. */
    Optional<Long> left() {
        return pausedUntil.isPresent() ? Optional.of(0L) : used.map(usage -> usage.left(limits));
    }
}
