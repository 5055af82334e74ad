package io.github.camelcallrail.state;

import io.github.camelcallrail.checkpoint.SavedState;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.Optional;
import org.apache.camel.spi.StateRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one incremental consumer keeps its state, and under which key. The place is opened when it is asked for the first time, so
 * that a database that is away fails a poll and not the start of the route.
 */
public final class ConsumerState {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerState.class);

    private final StateLocation location;
    private final String report;
    private final StateRepositories places;
    private final StatesInUse taken;
    private final StateRepository<String, String> repository;
    private String ownKey;

    /** @param taken the states of other consumers */
    public ConsumerState(StateLocation location, String report, StateRepositories places, StatesInUse taken) {
        this.location = location;
        this.report = report;
        this.places = places;
        this.taken = taken;
        this.repository = places.of(location);
    }

    /**
     * Takes the state for this consumer alone.
     *
     * @param routeId null where the consumer does not know its route, as behind {@code master:}
     * @param chosen whether somebody gave the route that id
     * @throws CallRailFailure of kind CONFIGURATION when another consumer has it, nothing tells it from others, or its directory
     *     cannot keep it
     */
    public void take(String routeId, boolean chosen) {
        if (!keyIsGiven() && routeId == null) {
            throw CallRailFailure.configuration(
                    ("Report '%s' is read by a consumer that does not know its route, as behind 'master:', so option 'stateKey'"
                                    + " is needed to tell its state from others.")
                            .formatted(report));
        }
        if (!keyIsGiven() && !chosen && places.lasts(location)) {
            LOG.warn(
                    "callrail:{} keeps its state under the id of its route, which is '{}' only until routes are added or moved."
                            + " Give the route an id, or set option stateKey.",
                    report,
                    routeId);
        }
        places.requireUsable(location);
        String key = location.key().orElseGet(() -> report + "/" + routeId);
        taken.take(places.identity(location), key);
        ownKey = key;
    }

    /** Gives it back, if it was taken. */
    public void release() {
        if (ownKey != null) {
            taken.free(places.identity(location), ownKey);
            ownKey = null;
        }
    }

    /**
     * The state of an account.
     *
     * @param account empty for the list of accounts
     * @throws CallRailFailure of kind STORAGE when the place cannot be opened
     */
    public SavedState of(String account) {
        try {
            repository.start();
        } catch (RuntimeException e) {
            throw CallRailFailure.of(
                    FailureKind.STORAGE,
                    "The place of the saved state (%s) cannot be opened: %s"
                            .formatted(places.nameOf(location), e.getMessage()),
                    e);
        }
        boolean bare = keyIsGiven() || account.isEmpty();
        return new SavedState(repository, bare ? ownKey : account + "/" + ownKey);
    }

    /** Whether it can be told which state is meant, when only so much is known of the account. */
    public boolean isOf(Optional<String> account) {
        return account.isPresent() || keyIsGiven();
    }

    /**
     * How far the consumer is, as far as it can be told which state is meant; what is wrong with it shows at the first poll.
     *
     * @param account empty while it is not known
     */
    public Optional<SavedState.Reached> reached(Optional<String> account) {
        if (!isOf(account)) {
            return Optional.empty();
        }
        try {
            return of(account.orElse("")).reached();
        } catch (CallRailFailure e) {
            LOG.warn("callrail:{} cannot say how far it is: {}", report, e.getMessage());
            return Optional.empty();
        }
    }

    /** Where it is kept, in words. */
    public String place() {
        return places.nameOf(location);
    }

    private boolean keyIsGiven() {
        return location.key().isPresent();
    }
}
