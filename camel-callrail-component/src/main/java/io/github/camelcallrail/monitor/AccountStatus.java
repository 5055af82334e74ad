package io.github.camelcallrail.monitor;

import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestUsage;
import java.time.Instant;
import java.util.Optional;

/**
 * The remaining quota of an account, as seen by one endpoint.
 *
 * @param accountId empty text for requests that belong to no account
 * @param limits the limits of the endpoint
 * @param used requests counted by all that share the budget; empty if not known
 * @param pausedUntil until when no requests are sent, because CallRail rejected one; empty if not paused
 */
public record AccountStatus(
        String accountId, Limits limits, Optional<RequestUsage> used, Optional<Instant> pausedUntil) {

    /** How many requests the endpoint may send now; empty if not known. */
    Optional<Long> left() {
        return pausedUntil.isPresent() ? Optional.of(0L) : used.map(usage -> usage.left(limits));
    }
}
