package io.github.camelcallrail.state;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/**
 * Tells a consumer in the same CamelContext at once that a record is to be refreshed. Consumers in other processes
 * notice it when they look at their state. Thread-safe.
 */
public final class RefreshSignals {

    private final Map<Place, Runnable> listeners = new ConcurrentHashMap<>();

    public static RefreshSignals of(CamelContext context) {
        return ContextSingleton.of(context, RefreshSignals.class, RefreshSignals::new);
    }

    /** Calls a listener for requests to a state, instead of an earlier one. */
    void listen(Object location, String key, Runnable listener) {
        listeners.put(new Place(location, key), listener);
    }

    void ignore(Object location, String key) {
        listeners.remove(new Place(location, key));
    }

    void signal(Object location, String key) {
        Optional.ofNullable(listeners.get(new Place(location, key))).ifPresent(Runnable::run);
    }

    private record Place(Object location, String key) {}
}
