package io.github.camelcallrail.check;

import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestBudget;
import io.github.camelcallrail.quota.RequestUsage;
import java.time.Instant;
import java.util.Optional;

/**
 * The budget of one check: that of the account, and at most {@value #MOST} requests, retries included. Used by one
 * thread at a time.
 */
final class CheckBudget implements RequestBudget {

    /** Little beside the 1,000 requests an hour of an account, and enough for every probe. */
    static final int MOST = 60;

    private final RequestBudget shared;
    private int sent;

    CheckBudget(RequestBudget shared) {
        this.shared = shared;
    }

    /** The number of requests sent so far. */
    int sent() {
        return sent;
    }

    @Override
    public Optional<Instant> take(String account, Limits limits, Instant now) {
        if (sent == MOST) {
            throw new ProbeSkipped("a check sends at most " + MOST + " requests");
        }
        Optional<Instant> next = shared.take(account, limits, now);
        if (next.isEmpty()) {
            sent++;
        }
        return next;
    }

    @Override
    public void raise(String account, int inHour, int inDay, Instant now) {
        shared.raise(account, inHour, inDay, now);
    }

    @Override
    public Optional<RequestUsage> used(String account, Instant now) {
        return shared.used(account, now);
    }
}
