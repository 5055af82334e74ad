package io.github.camelcallrail.client;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends calls as the throttle permits, and retries them after temporary failures: HTTP 429 and 5xx, no complete
 * response, and invalid responses. Retries are limited in number and time, and stop as soon as the response is no
 * longer wanted. Every attempt counts as a request; waiting for the budget or a connection is neither an attempt nor a
 * failure.
 */
public final class RetryingClient {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingClient.class);

    private final ApiClient api;
    private final RequestPolicy policy;
    private final Clock clock;
    private final AbortableWait waiting;
    private final RequestThrottle throttle;

    /** @param permits one for each connection */
    public RetryingClient(
            ApiClient api, ConnectionPermits permits, RequestPolicy policy, Clock clock, Sleeper sleeper) {
        this.api = api;
        this.policy = policy;
        this.clock = clock;
        this.waiting = new AbortableWait(clock, sleeper, policy.wanted());
        this.throttle = new RequestThrottle(policy, permits, clock, waiting);
    }

    /**
     * @throws CallRailFailure of the last attempt; or of kind OVER_BUDGET, RATE_LIMITED or BUSY if it could not be sent
     */
    public <T> T send(ApiCall<T> call) {
        return reply(call).answer();
    }

    /**
     * Like {@link #send}, with the rate limit headers of the response.
     *
     * @throws CallRailFailure as {@link #send}
     */
    public <T> ApiClient.Reply<T> reply(ApiCall<T> call) {
        Instant begun = clock.instant();
        Instant end = policy.retries().most() == 0
                ? begun
                : begun.plus(policy.retries().within());
        for (int retry = 1; ; retry++) {
            ConnectionPermits.Permit permit = throttle.await(call, end);
            try (permit) {
                policy.observer().requested(call.account());
                return api.send(call, headers -> note(call, headers));
            } catch (CallRailFailure failure) {
                awaitRetry(call, failure, retry, end);
            }
        }
    }

    /**
     * Waits as long as before a retry of a call, for work that goes on after a call.
     *
     * @param retry the number of the retry, starting at 1
     * @return false if there are no further retries, or the result is no longer wanted
     */
    public boolean pauseBeforeRetry(int retry) {
        return retry <= policy.retries().most() && waiting.until(clock.instant().plus(backoff(retry)));
    }

    private void note(ApiCall<?> call, RateLimitHeaders headers) {
        Instant now = clock.instant();
        if (headers.hourUsed().isPresent() || headers.dayUsed().isPresent()) {
            policy.budget()
                    .raise(
                            call.account(),
                            headers.hourUsed().orElse(0),
                            headers.dayUsed().orElse(0),
                            now);
        }
        if (headers.exhausted()) {
            policy.pauses().refused(call.account(), headers.retryAfter().map(now::plus), now);
        } else {
            policy.pauses().answered(call.account());
        }
    }

    /** Returns when it is time for another attempt; throws the failure if there is none. */
    private void awaitRetry(ApiCall<?> call, CallRailFailure failure, int retry, Instant end) {
        Instant now = clock.instant();
        boolean refused = failure.kind() == FailureKind.RATE_LIMITED;
        if (refused) {
            policy.observer().refused(call.account());
        }
        Instant next = refused
                ? policy.pauses().refused(call.account(), failure.retryAt(), now)
                : failure.retryAt().orElseGet(() -> now.plus(backoff(retry)));
        CallRailFailure reported = refused ? failure.retryingAt(next) : failure;
        int most = policy.retries().most();
        if (!mayRepeat(call, failure) || retry > most || next.isAfter(end)) {
            throw reported;
        }
        // Without the error text of the response, which may contain anything.
        LOG.info(
                "{} failed ({}{}) and is retried at {} ({} of {})",
                call.subject().capitalized(),
                failure.kind(),
                failure.httpStatus().isPresent()
                        ? ", HTTP " + failure.httpStatus().getAsInt()
                        : "",
                next,
                retry,
                most);
        if (!waiting.until(next)) {
            throw reported;
        }
    }

    /** A call that CallRail rejected because of the quota had no effect, so it can always be repeated. */
    private static boolean mayRepeat(ApiCall<?> call, CallRailFailure failure) {
        return failure.kind().retryable() && (call.repeatable() || failure.kind() == FailureKind.RATE_LIMITED);
    }

    private Duration backoff(int retry) {
        return policy.retries().before(retry, ThreadLocalRandom.current().nextDouble());
    }
}
