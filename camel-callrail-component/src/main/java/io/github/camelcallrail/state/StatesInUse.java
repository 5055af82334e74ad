package io.github.camelcallrail.state;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/** The states that running consumers of a CamelContext have claimed, across all components. Thread-safe. */
public final class StatesInUse {

    private final Set<ClaimedState> claimed = ConcurrentHashMap.newKeySet();

    public static StatesInUse of(CamelContext context) {
        return ContextSingleton.of(context, StatesInUse.class, StatesInUse::new);
    }

    /**
     * Claims a state.
     *
     * @param location identifies the location: a path or a repository
     * @throws CallRailFailure of kind CONFIGURATION if a running consumer has claimed it: each would treat the other's
     *     records as its own
     */
    void claim(Object location, String key) {
        if (!claimed.add(new ClaimedState(location, key))) {
            throw CallRailFailure.configuration(
                    ("Option 'stateKey' cannot be '%s': another consumer keeps its state there under that key. Give"
                                    + " each consumer its own.")
                            .formatted(key));
        }
    }

    void release(Object location, String key) {
        claimed.remove(new ClaimedState(location, key));
    }

    private record ClaimedState(Object location, String key) {}
}
