package io.github.camelcallrail.state;

import io.github.camelcallrail.checkpoint.RefreshRequests;
import io.github.camelcallrail.checkpoint.SavedState;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.Source;
import java.util.Optional;
import org.apache.camel.spi.StateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of one incremental consumer: the repository and the key. The repository is opened on first use, so that an
 * unavailable database fails a poll and not the start of the route. A consumer of several accounts or companies has a
 * state of its own for each of them.
 */
public final class ConsumerState {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerState.class);

    private final StateLocation location;
    private final String report;
    private final StateRepositories repositories;
    private final StatesInUse statesInUse;
    private final StateRepository<String, String> repository;
    private final Optional<Source> source;
    private String ownKey;

    /** @param statesInUse the states claimed by other consumers */
    public ConsumerState(
            StateLocation location, String report, StateRepositories repositories, StatesInUse statesInUse) {
        this(location, report, repositories, statesInUse, Optional.empty());
    }

    private ConsumerState(
            StateLocation location,
            String report,
            StateRepositories repositories,
            StatesInUse statesInUse,
            Optional<Source> source) {
        this.source = source;
        this.location = location;
        this.report = report;
        this.repositories = repositories;
        this.statesInUse = statesInUse;
        this.repository = repositories.of(location);
    }

    /** The state of one source of this consumer, which has claimed its state. */
    public ConsumerState at(Source one) {
        ConsumerState state = new ConsumerState(location, report, repositories, statesInUse, Optional.of(one));
        state.ownKey = ownKey;
        return state;
    }

    /** Whether it is the state of one source of a consumer, which has claimed it and has said where it is. */
    public boolean ofSource() {
        return source.isPresent();
    }

    /**
     * Claims the state for this consumer only. The state of a source is claimed with that of its consumer.
     *
     * @param routeId null if the consumer does not know its route, as behind {@code master:}
     * @param chosen whether the id was set explicitly
     * @throws CallRailFailure of kind CONFIGURATION if another consumer has claimed it, it cannot be told from others,
     *     or its directory is not usable
     */
    public void claim(String routeId, boolean chosen) {
        if (ofSource()) {
            return;
        }
        if (!hasKey() && routeId == null) {
            throw CallRailFailure.configuration(
                    ("Report '%s' is read by a consumer that does not know its route, as behind 'master:', so it"
                                    + " needs option 'stateKey' to tell its state from others.")
                            .formatted(report));
        }
        if (!hasKey() && !chosen && repositories.lasts(location)) {
            LOG.warn(
                    "callrail:{} keeps its state under the id of its route, '{}', which changes when routes are added"
                            + " or moved. Give the route an id, or set option stateKey.",
                    report,
                    routeId);
        }
        repositories.requireUsable(location);
        String key = location.key().orElseGet(() -> report + "/" + routeId);
        statesInUse.claim(repositories.identity(location), key);
        ownKey = key;
    }

    /** Releases the state, if it was claimed. */
    public void release() {
        if (ownKey != null && !ofSource()) {
            statesInUse.release(repositories.identity(location), ownKey);
            ownKey = null;
        }
    }

    /**
     * The state of an account.
     *
     * @param account empty for the list of accounts
     * @throws CallRailFailure of kind STORAGE if the repository cannot be opened
     */
    public SavedState of(String account) {
        try {
            repository.start();
        } catch (RuntimeException e) {
            throw CallRailFailure.of(
                    FailureKind.STORAGE,
                    "The saved state (%s) cannot be opened: %s"
                            .formatted(repositories.nameOf(location), e.getMessage()),
                    e);
        }
        return new SavedState(repository, key(account));
    }

    /** The state of a source that is an account is that of a consumer of this account only, without an explicit key. */
    private String key(String account) {
        boolean withoutAccount = hasKey() && !ofSource() || account.isEmpty();
        String ofAccount = withoutAccount ? ownKey : account + "/" + ownKey;
        return source.flatMap(Source::companyId)
                .map(company -> company + "/" + ofAccount)
                .orElse(ofAccount);
    }

    /** Whether the key of the state is known, given what is known about the account. */
    public boolean isKnown(Optional<String> account) {
        return account.isPresent() || hasKey();
    }

    /**
     * How far the consumer has read; empty if not known or not readable. A problem with the state fails the first poll.
     *
     * @param account empty if not known yet
     */
    public Optional<SavedState.Reached> reached(Optional<String> account) {
        if (!isKnown(account)) {
            return Optional.empty();
        }
        try {
            return of(account.orElse("")).reached();
        } catch (CallRailFailure e) {
            LOG.warn("callrail:{} cannot read its saved state yet: {}", report, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The requests to read records at once that come with this state; empty if it has no key by which others know it,
     * or if it is the state of one source among several.
     */
    public Optional<RefreshRequests> refreshRequests() {
        return location.key()
                .filter(key -> !ofSource() && RefreshTarget.isSupported(repository, repositories.lasts(location)))
                .map(key -> new RefreshRequests(repository, key));
    }

    /** Has requests to read records at once rejected. If that cannot be stored now, they wait in vain. */
    public void refuseRefresh() {
        try {
            refreshRequests().ifPresent(RefreshRequests::refuse);
        } catch (CallRailFailure failure) {
            LOG.warn("It is not stored that this consumer takes no refresh requests: {}", failure.getMessage());
        }
    }

    /** Calls a listener when somebody in this CamelContext asks to read a record at once; null for no longer. */
    public void onRefresh(RefreshSignals signals, Runnable listener) {
        location.key().ifPresent(key -> {
            if (listener == null) {
                signals.ignore(repositories.identity(location), key);
            } else {
                signals.listen(repositories.identity(location), key, listener);
            }
        });
    }

    /** Where the state is kept, in words. */
    public String description() {
        return repositories.nameOf(location);
    }

    private boolean hasKey() {
        return location.key().isPresent();
    }
}
