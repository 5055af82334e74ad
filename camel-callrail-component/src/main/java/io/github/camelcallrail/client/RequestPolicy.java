package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.quota.AccountPauses;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestBudget;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How a reader asks CallRail: what it may use of an account's requests, how long it waits for its turn, and how often it tries
 * again.
 *
 * @param budget counts the requests of the account, together with those of all others that have the same
 * @param pauses tells when the account is not to be asked at all, because CallRail refused others or us
 * @param limits what this reader may use
 * @param budgetWait how long a request waits for its turn before it fails; zero to fail at once
 * @param connectionWait how long it waits for one of the transport's connections
 * @param retries when to try again
 * @param wanted whether the answer is still wanted; asked while it waits, at least once a second
 * @param observer is told which requests are sent
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
