package io.github.camelcallrail.monitor;

import org.apache.camel.CamelContext;

/** Where a monitoring system that the application brings is told what an endpoint does. Thread-safe. */
public interface EndpointMeters {

    /** For applications that bring none. */
    EndpointMeters NONE = new EndpointMeters() {
        @Override
        public void requested() {
            // Nobody measures.
        }

        @Override
        public void refused() {
            // Nobody measures.
        }

        @Override
        public void read(long records) {
            // Nobody measures.
        }

        @Override
        public void watch(MonitoredEndpoint endpoint, MonitoredConsumer consumer) {
            // Nobody measures.
        }

        @Override
        public void forget(MonitoredConsumer consumer) {
            // Nobody measures.
        }
    };

    /** Micrometer, when it is on the class path and the application has one registry of meters. */
    static EndpointMeters of(CamelContext context, String report) {
        return context.getClassResolver().resolveClass("io.micrometer.core.instrument.MeterRegistry") == null
                ? NONE
                : MicrometerMeters.of(context, report);
    }

    void requested();

    void refused();

    void read(long records);

    /** Begins to show how far a consumer is. */
    void watch(MonitoredEndpoint endpoint, MonitoredConsumer consumer);

    /** Ends it. */
    void forget(MonitoredConsumer consumer);
}
