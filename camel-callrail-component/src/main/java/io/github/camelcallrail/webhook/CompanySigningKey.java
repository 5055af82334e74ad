package io.github.camelcallrail.webhook;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.time.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The signing key of one company. It is looked up by one thread at a time; threads that come meanwhile take its result.
 * A key that was found is kept until another one is found: neither a failure nor an empty result loses it. Thread-safe.
 */
final class CompanySigningKey {

    /** From one lookup to the next. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    /** Shorter, because CallRail does not resend the events that are rejected meanwhile. */
    static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    /** CallRail does not wait long for a response. */
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final String companyId;
    private final WebhookIntegrations integrations;
    private final Clock clock;
    // This lock does not pin virtual threads.
    private final ReentrantLock lock = new ReentrantLock();
    private volatile String key;
    private Instant lookedUp;
    private CallRailFailure failure;

    CompanySigningKey(String companyId, WebhookIntegrations integrations, Clock clock) {
        this.companyId = companyId;
        this.integrations = integrations;
        this.clock = clock;
    }

    /** The key that is known, or else looked up. */
    Optional<String> known() {
        String known = key;
        return known == null ? refreshed() : Optional.of(known);
    }

    /** The key after a lookup, or after the last one if that was a short time ago. */
    Optional<String> refreshed() {
        if (!locked()) {
            throw CallRailFailure.of(
                    FailureKind.BUSY,
                    ("The signing key of company '%s' is not known: another event is still waiting for CallRail's"
                                    + " response. Set option 'signingSecret' to the key to do without the lookup.")
                            .formatted(companyId));
        }
        try {
            if (Pause.isOver(lookedUp, failure == null ? PAUSE : PAUSE_AFTER_FAILURE, clock.instant())) {
                lookUp();
            }
            if (failure != null) {
                // A new one each time, because threads may add to it.
                throw failure.explained(failure.kind(), failure.getMessage());
            }
            return Optional.ofNullable(key);
        } finally {
            lock.unlock();
        }
    }

    private void lookUp() {
        try {
            integrations.find(companyId).flatMap(Integration::signingKey).ifPresent(found -> key = found);
            failure = null;
        } catch (CallRailFailure e) {
            failure = e.kind() == FailureKind.NOT_FOUND ? null : e;
        }
        lookedUp = clock.instant();
    }

    private boolean locked() {
        try {
            return lock.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
