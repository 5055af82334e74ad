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
 * Sends calls when it is their turn, and retries them after failures that may pass: HTTP 429 and 5xx, no complete answer, and unusable
 * answers. Bounded in number and time, and ended as soon as nobody wants the answer. Every attempt counts as a request; waiting for its
 * turn, or for a connection, is neither an attempt nor a failure.
 */
public final class RetryingClient {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingClient.class);

    private final ApiClient api;
    private final RequestPolicy policy;
    private final Clock clock;
    private final AbortableWait waiting;
    private final RequestThrottle turn;

    /** @param permits one for each connection that requests are sent by */
    public RetryingClient(
            ApiClient api, ConnectionPermits permits, RequestPolicy policy, Clock clock, Sleeper sleeper) {
        this.api = api;
        this.policy = policy;
        this.clock = clock;
        this.waiting = new AbortableWait(clock, sleeper, policy.wanted());
        this.turn = new RequestThrottle(policy, permits, clock, waiting);
    }

    /**
     * @throws CallRailFailure of the last attempt; or of kind OVER_BUDGET, RATE_LIMITED or BUSY when it was not its
     * turn
     */
    public <T> T send(ApiCall<T> call) {
        Instant begun = clock.instant();
        Instant end = policy.retries().most() == 0
                ? begun
                : begun.plus(policy.retries().within());
        for (int retry = 1; ; retry++) {
            ConnectionPermits.Permit permit = turn.await(call, end);
            try (permit) {
                policy.observer().requested(call.account());
                return answered(call, api.send(call));
            } catch (CallRailFailure failure) {
                awaitRetry(call, failure, retry, end);
            }
        }
    }

    private <T> T answered(ApiCall<T> call, ApiClient.Reply<T> reply) {
        RateLimitHeaders counted = reply.headers();
        Instant now = clock.instant();
        if (counted.hourUsed().isPresent() || counted.dayUsed().isPresent()) {
            policy.budget()
                    .raise(
                            call.account(),
                            counted.hourUsed().orElse(0),
                            counted.dayUsed().orElse(0),
                            now);
        }
        if (counted.exhausted()) {
            policy.pauses().refused(call.account(), counted.retryAfter().map(now::plus), now);
        } else {
            policy.pauses().answered(call.account());
        }
        return reply.answer();
    }

    /** Returns when it is time for another attempt; throws the failure when there is to be none. */
    private void awaitRetry(ApiCall<?> call, CallRailFailure failure, int retry, Instant end) {
        Instant now = clock.instant();
        boolean refused = failure.kind() == FailureKind.RATE_LIMITED;
        if (refused) {
            policy.observer().refused(call.account());
        }
        Instant next = refused
                ? policy.pauses().refused(call.account(), failure.retryAt(), now)
                : failure.retryAt().orElseGet(() -> now.plus(backoff(retry)));
        CallRailFailure told = refused ? failure.retryingAt(next) : failure;
        int most = policy.retries().most();
        if (!mayRepeat(call, failure) || retry > most || next.isAfter(end)) {
            throw told;
        }
        // Without the words of the answer, which may hold anything.
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
            throw told;
        }
    }

    /** A call that CallRail turned away for want of quota had no effect, whatever it is. */
    private static boolean mayRepeat(ApiCall<?> call, CallRailFailure failure) {
        return failure.kind().retryable() && (call.repeatable() || failure.kind() == FailureKind.RATE_LIMITED);
    }

    private Duration backoff(int retry) {
        return policy.retries().before(retry, ThreadLocalRandom.current().nextDouble());
    }
}
