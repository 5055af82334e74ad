package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.quota.AccountPauses;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestBudget;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How requests are sent to CallRail: how much of an account's budget they may use, how long they wait, and how often
 * they are retried.
 *
 * @param budget counts the requests of the account, together with those of all others that share this budget
 * @param pauses tells when no request may be sent for the account, because CallRail rejected one
 * @param limits the limits for these requests
 * @param budgetWait how long a request waits for the budget before it fails; zero to fail immediately
 * @param connectionWait how long it waits for one of the transport's connections
 * @param retries when to retry
 * @param wanted whether the response is still wanted; checked at least once a second while a request waits
 * @param observer observes the requests
 */
public record RequestPolicy(
        RequestBudget budget,
        AccountPauses pauses,
        Limits limits,
        Duration budgetWait,
        ConnectionWait connectionWait,
        RetryPolicy retries,
        BooleanSupplier wanted,
        RequestObserver observer) {

    public RequestPolicy {
        requireNonNull(budget, "budget is null");
        requireNonNull(pauses, "pauses is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(budgetWait, "budgetWait is null");
        requireNonNull(connectionWait, "connectionWait is null");
        requireNonNull(retries, "retries is null");
        requireNonNull(wanted, "wanted is null");
        requireNonNull(observer, "observer is null");
    }
}
