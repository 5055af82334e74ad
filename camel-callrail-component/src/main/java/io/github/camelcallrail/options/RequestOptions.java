package io.github.camelcallrail.options;

import io.github.camelcallrail.client.ConnectionWait;
import io.github.camelcallrail.client.RequestObserver;
import io.github.camelcallrail.client.RequestPolicy;
import io.github.camelcallrail.client.RetryPolicy;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.quota.AccountPauses;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestBudget;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The options of an endpoint that control how requests are sent to CallRail.
 *
 * @param budgetWait how long a message waits for the budget; a poll never does
 * @param readAhead how many pages to fetch ahead
 * @param parallelRequests how many pages to fetch at once
 */
public record RequestOptions(
        Limits limits, Duration budgetWait, RetryPolicy retries, int readAhead, int parallelRequests) {

    private static final int MAX_REQUESTS = 1_000_000;
    private static final int MAX_RETRIES = 100;
    private static final int MAX_PAGES_AHEAD = 10;
    private static final int MAX_PARALLEL_REQUESTS = 10;

    /** @throws CallRailFailure of kind CONFIGURATION that names the option */
    public static RequestOptions of(OptionSource source) {
        return new RequestOptions(
                new Limits(
                        whole(source, "requestsPerHour", 1, MAX_REQUESTS),
                        whole(source, "requestsPerDay", 1, MAX_REQUESTS)),
                span(source, "budgetWait", Duration.ofDays(1)),
                new RetryPolicy(
                        whole(source, "maxRetries", 0, MAX_RETRIES),
                        span(source, "retryDelay", Duration.ofHours(1)),
                        span(source, "retryTimeout", Duration.ofHours(1))),
                whole(source, "readAhead", 0, MAX_PAGES_AHEAD),
                whole(source, "parallelRequests", 1, MAX_PARALLEL_REQUESTS));
    }

    /** The policy for requests that may wait this long for the budget and for a connection. */
    public RequestPolicy policy(
            RequestBudget budget,
            AccountPauses pauses,
            Duration wait,
            ConnectionWait connectionWait,
            BooleanSupplier wanted,
            RequestObserver observer) {
        return new RequestPolicy(budget, pauses, limits, wait, connectionWait, retries, wanted, observer);
    }

    private static int whole(OptionSource source, String option, int minimum, int maximum) {
        String text = source.text(option);
        String digits = text.trim();
        int number = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
        if (number < minimum || number > maximum) {
            throw CallRailFailure.configuration("Option '%s' cannot be '%s'. It takes a whole number from %s to %s."
                    .formatted(option, text, minimum, maximum));
        }
        return number;
    }

    private static Duration span(OptionSource source, String option, Duration maximum) {
        long millis = source.millis(option);
        if (millis < 0 || millis > maximum.toMillis()) {
            throw CallRailFailure.configuration("Option '%s' cannot be %s ms. It must be from 0 ms to %s ms."
                    .formatted(option, millis, maximum.toMillis()));
        }
        return Duration.ofMillis(millis);
    }
}
