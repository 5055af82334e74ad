package io.github.camelcallrail.client;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.ReportQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits until an account may be asked once more: nobody may ask it while it pauses after a refusal, and no more than the budget.
 *
 * @param waiting how to wait
 */
record Turn(RequestPolicy policy, Clock clock, Waiting waiting) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /**
     * Returns when one request is counted and may be sent.
     *
     * @param pauseEnds how long to bear with a pause, if that is longer than the policy waits for the budget
     * @throws CallRailFailure of kind OVER_BUDGET or RATE_LIMITED that says when to try again; nothing is counted then
     */
    void await(ReportQuery query, Instant pauseEnds) {
        String account = query.accountId();
        Instant budgetEnds = clock.instant().plus(policy.budgetWait());
        Instant patienceEnds = pauseEnds.isAfter(budgetEnds) ? pauseEnds : budgetEnds;
        while (true) {
            Instant now = clock.instant();
            Optional<Instant> paused = policy.pauses().until(account, now);
            Optional<Instant> next =
                    paused.isPresent() ? paused : policy.budget().take(account, policy.limits(), now);
            if (next.isEmpty()) {
                return;
            }
            // A budget of somebody else's may say that it is worth asking at once, and mean it for ever.
            Instant time = next.get().isAfter(now) ? next.get() : now.plus(SHORTEST);
            Instant end = paused.isPresent() ? patienceEnds : budgetEnds;
            if (time.isAfter(end) || !waiting.until(time)) {
                throw paused.isPresent() ? paused(query, time) : overBudget(query, time);
            }
        }
    }

    private static CallRailFailure paused(ReportQuery query, Instant until) {
        return CallRailFailure.notBefore(
                until,
                FailureKind.RATE_LIMITED,
                ("Report '%s' was not asked for: CallRail refused requests of %s by HTTP 429 before, so nothing is asked of it"
                                + " until %s. Others use the account, or its quota is smaller than options 'requestsPerHour' and"
                                + " 'requestsPerDay' say. It goes on by itself.")
                        .formatted(query.report(), whose(query), until));
    }

    private CallRailFailure overBudget(ReportQuery query, Instant until) {
        return CallRailFailure.notBefore(
                until,
                FailureKind.OVER_BUDGET,
                ("Report '%s' was not asked for: the budget of %s requests an hour and %s a day for %s is used up until %s"
                                + " (options 'requestsPerHour', 'requestsPerDay').")
                        .formatted(
                                query.report(),
                                policy.limits().perHour(),
                                policy.limits().perDay(),
                                whose(query),
                                until));
    }

    private static String whose(ReportQuery query) {
        return query.accountId().isEmpty() ? "the key" : "account " + query.accountId();
    }
}
