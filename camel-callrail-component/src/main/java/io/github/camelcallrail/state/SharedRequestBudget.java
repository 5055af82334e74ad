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
 * The requests of all accounts, as counted by all {@code callrail:} endpoints of a CamelContext together. Where an endpoint keeps
 * its state, there the requests of its accounts are kept too, so that a restart does not forget what the day has used. Thread-safe.
 */
public final class SharedRequestBudget {

    private static final Logger LOG = LoggerFactory.getLogger(SharedRequestBudget.class);

    private final CountedRequestBudget counted = new CountedRequestBudget();
    private final AccountPauses pauses = new AccountPauses(new Random());
    private final AtomicBoolean storedOrReported = new AtomicBoolean();

    public static SharedRequestBudget of(CamelContext context) {
        return ContextSingleton.of(context, SharedRequestBudget.class, SharedRequestBudget::new);
    }

    /** When no endpoint may ask an account. */
    public AccountPauses pauses() {
        return pauses;
    }

    /** An endpoint that keeps its state is there, so the count will outlive the process. */
    public void expectStored() {
        storedOrReported.set(true);
    }

    /** Saves what was sent, when no more requests come. */
    public void settle() {
        counted.settle();
    }

    /** The budget that an endpoint shares with all others, kept where that endpoint keeps its state. */
    public RequestBudget storedIn(StateLocation location, StateRepositories repositories) {
        return new StoredBudget(location, repositories);
    }

    /** The common count, kept where one endpoint keeps its state. */
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
                        "Requests to CallRail are counted in memory only: after a restart it is not known how many of the day's {}"
                                + " were sent. Option stateDirectory, on an incremental consumer or on the component, keeps the count;"
                                + " so does requestBudget.",
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
