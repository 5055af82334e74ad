package io.github.camelcallrail.state;

import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/**
 * Holds objects that all {@code callrail:} components of a CamelContext share, because quotas and files do not depend
 * on components.
 */
final class ContextSingleton {

    private ContextSingleton() {}

    /** The single object of a type, created on first use. */
    static <T> T of(CamelContext context, Class<T> type, Supplier<T> make) {
        ExtendedCamelContext extended = context.getCamelContextExtension();
        synchronized (extended) {
            T found = extended.getContextPlugin(type);
            if (found == null) {
                found = make.get();
                extended.addContextPlugin(type, found);
            }
            return found;
        }
    }
}
