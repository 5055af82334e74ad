package io.github.camelcallrail.state;

import io.github.camelcallrail.quota.AccountPauses;
import io.github.camelcallrail.quota.CountedRequestBudget;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.quota.RequestBudget;
import io.github.camelcallrail.quota.RequestUsage;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The request budget that all {@code callrail:} endpoints of a CamelContext share, for all accounts. If an endpoint
 * keeps state, the counts of its accounts are stored there too, so that a restart does not lose the requests of the
 * day. Thread-safe.
 */
public final class SharedRequestBudget {

    private static final Logger LOG = LoggerFactory.getLogger(SharedRequestBudget.class);

    private final CountedRequestBudget counted = new CountedRequestBudget();
    private final AccountPauses pauses = new AccountPauses(new Random());
    private final AtomicBoolean storedOrReported = new AtomicBoolean();

    public static SharedRequestBudget of(CamelContext context) {
        return ContextSingleton.of(context, SharedRequestBudget.class, SharedRequestBudget::new);
    }

    /** When no endpoint may send requests for an account. */
    public AccountPauses pauses() {
        return pauses;
    }

    /** Called for an endpoint that keeps state: the counts will outlive the process, so nothing needs to be logged. */
    public void expectStored() {
        storedOrReported.set(true);
    }

    /** Saves the counts when no more requests follow. */
    public void settle() {
        counted.settle();
    }

    /** The shared budget, stored where an endpoint keeps its state. */
    public RequestBudget storedIn(StateLocation location, StateRepositories repositories) {
        return new StoredBudget(location, repositories);
    }

    /** The shared counts, stored where one endpoint keeps its state. */
    private final class StoredBudget implements RequestBudget {
        private final StateLocation location;
        private final StateRepositories repositories;

        private StoredBudget(StateLocation location, StateRepositories repositories) {
            this.location = location;
            this.repositories = repositories;
        }

        @Override
        public Optional<Instant> take(String account, Limits limits, Instant now) {
            if (repositories.lasts(location)) {
                counted.keepIn(account, new StoredRequestCounts(repositories.of(location), account));
            } else if (storedOrReported.compareAndSet(false, true)) {
                LOG.info(
                        "Requests to CallRail are counted in memory only: after a restart it is not known how many of"
                                + " the {} per day were sent. Option stateDirectory, on an incremental consumer or on"
                                + " the component, keeps the count; so does requestBudget.",
                        limits.perDay());
            }
            return counted.take(account, limits, now);
        }

        @Override
        public void raise(String account, int inHour, int inDay, Instant now) {
            counted.raise(account, inHour, inDay, now);
        }

        @Override
        public Optional<RequestUsage> used(String account, Instant now) {
            return counted.used(account, now);
        }
    }
}
