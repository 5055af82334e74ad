package io.github.camelcallrail.state;

import io.github.camelcallrail.checkpoint.CompareAndSetStateRepository;
import io.github.camelcallrail.checkpoint.RefreshRequest;
import io.github.camelcallrail.checkpoint.RefreshRequests;
import io.github.camelcallrail.failure.CallRailFailure;
import org.apache.camel.spi.StateRepository;

/**
 * Where the incremental consumer with a state looks for requests to read a record at once: on whichever node it runs,
 * if the nodes share the state. Thread-safe.
 */
public final class RefreshTarget {

    private final RefreshRequests requests;
    private final Object location;
    private final String key;
    private final RefreshSignals signals;

    private RefreshTarget(RefreshRequests requests, Object location, String key, RefreshSignals signals) {
        this.requests = requests;
        this.location = location;
        this.key = key;
        this.signals = signals;
    }

    /**
     * The target that the options name.
     *
     * @throws CallRailFailure of kind CONFIGURATION if they name no state, or one that only this process can write
     */
    public static RefreshTarget of(StateLocation location, StateRepositories repositories, RefreshSignals signals) {
        String key = location.key()
                .orElseThrow(() -> CallRailFailure.configuration(
                        "Option 'operation=refresh' needs option 'stateKey': that of the incremental consumer that is to"
                                + " read the record."));
        StateRepository<String, String> repository = repositories.of(location);
        if (!isSupported(repository, repositories.lasts(location))) {
            throw CallRailFailure.configuration(
                    "Option 'operation=refresh' needs a state that several writers can share: set option"
                            + " 'stateDirectory', or a stateRepository that compares and sets, such as"
                            + " JdbcStateRepository.");
        }
        return new RefreshTarget(new RefreshRequests(repository, key), repositories.identity(location), key, signals);
    }

    /** Whether requests can be kept in a repository. */
    static boolean isSupported(StateRepository<String, String> repository, boolean lasts) {
        return !lasts || repository instanceof CompareAndSetStateRepository;
    }

    /**
     * Asks the consumer to read a record. Sends no request to CallRail.
     *
     * @throws CallRailFailure of kind STORAGE if the request cannot be stored
     */
    public void request(RefreshRequest request) {
        requests.add(request);
        signals.signal(location, key);
    }
}
