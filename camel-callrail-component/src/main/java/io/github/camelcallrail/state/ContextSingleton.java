package io.github.camelcallrail.state;

import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/** What all {@code callrail:} components of a CamelContext share, because CallRail and files know nothing of components. */
final class ContextSingleton {

    private ContextSingleton() {}

    /** The one object of a type, made when it is asked for first. */
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
