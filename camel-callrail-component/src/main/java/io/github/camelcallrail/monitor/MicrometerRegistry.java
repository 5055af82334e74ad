package io.github.camelcallrail.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** Finds the meter registry of an application. Loaded only if Micrometer is on the class path. */
final class MicrometerRegistry {

    private MicrometerRegistry() {}

    /** The value of a gauge: a negative number means that it is not known. */
    static double gauged(Number value) {
        double known = value.doubleValue();
        return known < 0 ? Double.NaN : known;
    }

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
