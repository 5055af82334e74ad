package io.github.camelcallrail.state;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/** Which states the running consumers of a CamelContext use, whatever component they belong to. Thread-safe. */
public final class StatesInUse {

    private final Set<TakenState> taken = ConcurrentHashMap.newKeySet();

    public static StatesInUse of(CamelContext context) {
        return ContextSingleton.of(context, StatesInUse.class, StatesInUse::new);
    }

    /**
     * Takes a state.
     *
     * @param place what only states in the same place have: a path, or a repository
     * @throws CallRailFailure of kind CONFIGURATION when a running consumer has it, because each would take the other's records
     *     for its own
     */
    void take(Object place, String key) {
        if (!taken.add(new TakenState(place, key))) {
            throw CallRailFailure.configuration(
                    ("Option 'stateKey' cannot be '%s': another consumer keeps its state there under that key. Give each its"
                                    + " own.")
                            .formatted(key));
        }
    }

    void free(Object place, String key) {
        taken.remove(new TakenState(place, key));
    }

    private record TakenState(Object place, String key) {}
}
