package io.github.camelcallrail.client;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits until another request may be sent for an account: not during a pause after a rejection, not beyond the budget,
 * and not before a connection is free.
 *
 * @param permits one for each connection
 * @param waiting the wait
 */
record RequestThrottle(RequestPolicy policy, ConnectionPermits permits, Clock clock, AbortableWait waiting) {

    private static final Duration MIN_WAIT = Duration.ofSeconds(1);

    /**
     * Returns when one request is counted and may be sent. The connection is acquired before the budget, so that a
     * request waiting for a connection is not counted; while it waits for the budget, others can use the connection.
     *
     * @param pauseEnds how long to wait for a pause to end, if that is later than the wait for the budget
     * @return the permit for a connection, to be closed when the response has been read
     * @throws CallRailFailure of kind OVER_BUDGET or RATE_LIMITED with the time to retry, or BUSY if no connection was
     *     free; the request is then not counted
     */
    ConnectionPermits.Permit await(ApiCall<?> call, Instant pauseEnds) {
        String account = call.account();
        Instant begun = clock.instant();
        Instant budgetEnds = begun.plus(policy.budgetWait());
        Instant patienceEnds = pauseEnds.isAfter(budgetEnds) ? pauseEnds : budgetEnds;
        Instant connectionEnds = begun.plus(policy.connectionWait().most());
        while (true) {
            Optional<Instant> paused = policy.pauses().until(account, clock.instant());
            Optional<Instant> next = paused;
            if (paused.isEmpty()) {
                ConnectionPermits.Permit permit = connection(call, connectionEnds);
                boolean granted = false;
                try {
                    // Again, because others may have been rejected while this one waited for a connection.
                    paused = policy.pauses().until(account, clock.instant());
                    next = paused.isPresent()
                            ? paused
                            : policy.budget().take(account, policy.limits(), clock.instant());
                    granted = next.isEmpty();
                } finally {
                    if (!granted) {
                        permit.close();
                    }
                }
                if (granted) {
                    return permit;
                }
            }
            Instant now = clock.instant();
            // A user's budget may always ask for an immediate retry.
            Instant time = next.filter(now::isBefore).orElse(now.plus(MIN_WAIT));
            Instant end = paused.isPresent() ? patienceEnds : budgetEnds;
            if (time.isAfter(end) || !waiting.until(time)) {
                throw paused.isPresent() ? paused(call, time) : overBudget(call, time);
            }
        }
    }

    private ConnectionPermits.Permit connection(ApiCall<?> call, Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return permits.acquire(left.isNegative() ? Duration.ZERO : left, policy.wanted())
                .orElseThrow(() -> policy.wanted().getAsBoolean() ? busy(call) : unwanted(call));
    }

    private CallRailFailure busy(ApiCall<?> call) {
        ConnectionWait wait = policy.connectionWait();
        return CallRailFailure.of(
                FailureKind.BUSY,
                ("%s was not requested: it waited %s s for one of the %s connections to CallRail, and other"
                                + " requests used them all. Send fewer messages at once, or wait longer: option '%s' is"
                                + " %s ms.")
                        .formatted(
                                call.subject().capitalized(),
                                BigDecimal.valueOf(wait.most().toMillis(), 3)
                                        .stripTrailingZeros()
                                        .toPlainString(),
                                permits.size(),
                                wait.option(),
                                wait.most().toMillis()));
    }

    private CallRailFailure unwanted(ApiCall<?> call) {
        return CallRailFailure.of(
                FailureKind.BUSY,
                ("%s was not requested: it was waiting for one of the %s connections to CallRail when its route or"
                                + " context stopped.")
                        .formatted(call.subject().capitalized(), permits.size()));
    }

    private static CallRailFailure paused(ApiCall<?> call, Instant until) {
        return CallRailFailure.notBefore(
                until,
                FailureKind.RATE_LIMITED,
                ("%s was not requested: CallRail rejected earlier requests of %s with HTTP 429, so no request is"
                                + " sent until %s. Others use the account, or its quota is smaller than options"
                                + " 'requestsPerHour' and"
                                + " 'requestsPerDay' say. It resumes by itself.")
                        .formatted(call.subject().capitalized(), owner(call), until));
    }

    private CallRailFailure overBudget(ApiCall<?> call, Instant until) {
        return CallRailFailure.notBefore(
                until,
                FailureKind.OVER_BUDGET,
                ("%s was not requested: the budget of %s requests an hour and %s a day for %s is used up until %s"
                                + " (options 'requestsPerHour', 'requestsPerDay').")
                        .formatted(
                                call.subject().capitalized(),
                                policy.limits().perHour(),
                                policy.limits().perDay(),
                                owner(call),
                                until));
    }

    private static String owner(ApiCall<?> call) {
        return call.account().isEmpty() ? "the key" : "account " + call.account();
    }
}
