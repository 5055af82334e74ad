package io.github.camelcallrail.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** Finds the meter registry of an application. Loaded only if Micrometer is on the class path. */
final class MicrometerRegistry {

    private MicrometerRegistry() {}

    /** Empty if it has none, or several. */
    static Optional<MeterRegistry> find(CamelContext context) {
        MeterRegistry single = context.getRegistry().findSingleByType(MeterRegistry.class);
        return single != null
                ? Optional.of(single)
                // Of several registries, the one that Camel's own components use.
                : Optional.ofNullable(
                        context.getRegistry().lookupByNameAndType("metricsRegistry", MeterRegistry.class));
    }
}
