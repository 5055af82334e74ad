package io.github.camelcallrail;

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
final class AccountRequests {

    private static final Logger LOG = LoggerFactory.getLogger(AccountRequests.class);

    private final CountedRequestBudget counted = new CountedRequestBudget();
    private final AccountPauses pauses = new AccountPauses(new Random());
    private final AtomicBoolean keptOrSaid = new AtomicBoolean();

    static AccountRequests of(CamelContext context) {
        return ContextWide.of(context, AccountRequests.class, AccountRequests::new);
    }

    /** When no endpoint may ask an account. */
    AccountPauses pauses() {
        return pauses;
    }

    /** An endpoint that keeps its state is there, so the count will outlive the process. */
    void expectKept() {
        keptOrSaid.set(true);
    }

    /** Saves what was sent, when no more requests come. */
    void settle() {
        counted.settle();
    }

    /** The budget that an endpoint shares with all others, or the one that it names. */
    RequestBudget budget(CallRailConfiguration configuration, StateRepositories places) {
        return configuration.getRequestBudget() != null
                ? configuration.getRequestBudget()
                : new Kept(configuration, places);
    }

    /** The common count, kept where one endpoint keeps its state. */
    private final class Kept implements RequestBudget {
        private final CallRailConfiguration configuration;
        private final StateRepositories places;

        private Kept(CallRailConfiguration configuration, StateRepositories places) {
            this.configuration = configuration;
            this.places = places;
        }

        @Override
        public Optional<Instant> take(String account, Limits limits, Instant now) {
            if (places.lasts(configuration)) {
                counted.keepIn(account, new SavedUsage(places.of(configuration), account));
            } else if (keptOrSaid.compareAndSet(false, true)) {
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
