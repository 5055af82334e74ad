package io.github.camelcallrail.state;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.quota.Limits;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The requests that one running consumer is expected to send.
 *
 * @param name tells the consumer from others; the same after a restart of its route
 * @param group the route, if it polls each of several accounts with a consumer of its own; otherwise empty
 * @param connection equal for consumers with the same key
 * @param account empty if it is the only one of the key; an empty text for a report that belongs to no account
 * @param budget counts its requests; compared by identity
 * @param limits its own limits
 * @param requestsPerDay the least that it sends; empty if another scheduler decides when it polls
 */
public record PlannedPolls(
        String name,
        Optional<String> group,
        Object connection,
        Optional<String> account,
        Object budget,
        Limits limits,
        OptionalLong requestsPerDay) {

    public PlannedPolls {
        requireNonNull(name, "name is null");
        requireNonNull(group, "group is null");
        requireNonNull(connection, "connection is null");
        requireNonNull(account, "account is null");
        requireNonNull(budget, "budget is null");
        requireNonNull(limits, "limits are null");
        requireNonNull(requestsPerDay, "requestsPerDay is null");
    }

    /** Without the name and the connection, which may contain the key. */
    @Override
    public String toString() {
        return "PlannedPolls[account=%s, limits=%s, requestsPerDay=%s]".formatted(account, limits, requestsPerDay);
    }

    boolean sharesBudgetWith(PlannedPolls other) {
        return budget == other.budget;
    }
}
