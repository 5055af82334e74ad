package io.github.camelcallrail.monitor;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Reports received events to the monitoring system of the application. Thread-safe. */
public interface EventMeters {

    /** For applications without a monitoring system. */
    EventMeters NONE = new EventMeters() {
        @Override
        public void event(String kind, String outcome) {
            // There are no meters.
        }

        @Override
        public void rejected(String reason) {
            // There are no meters.
        }

        @Override
        public void delivered(String kind, Duration after) {
            // There are no meters.
        }

        @Override
        public void addGauge(String name, String description, Supplier<Number> value) {
            // There are no meters.
        }

        @Override
        public void removeGauges() {
            // There are no meters.
        }
    };

    /** Meters in Micrometer, if it is on the class path and the application has a single meter registry. */
    static EventMeters of(CamelContext context, String key) {
        return context.getClassResolver().resolveClass("io.micrometer.core.instrument.MeterRegistry") == null
                ? NONE
                : MicrometerEventMeters.of(context, key);
    }

    /** Counts an event with a valid signature. */
    void event(String kind, String outcome);

    /** Counts a request that was rejected. */
    void rejected(String reason);

    /** Counts an event that the route has processed, with the time it waited. */
    void delivered(String kind, Duration after);

    /** Adds a gauge; a negative value means that it is not known. */
    void addGauge(String name, String description, Supplier<Number> value);

    /** Removes the gauges that were added here. */
    void removeGauges();
}
