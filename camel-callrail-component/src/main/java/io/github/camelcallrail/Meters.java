package io.github.camelcallrail;

import org.apache.camel.CamelContext;

/** Where a monitoring system that the application brings is told what an endpoint does. Thread-safe. */
interface Meters {

    /** For applications that bring none. */
    Meters NONE = new Meters() {
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
        public void watch(WatchedEndpoint endpoint, WatchedConsumer consumer) {
            // Nobody measures.
        }

        @Override
        public void forget(WatchedConsumer consumer) {
            // Nobody measures.
        }
    };

    /** Micrometer, when it is on the class path and the application has one registry of meters. */
    static Meters of(CamelContext context, String report) {
        return context.getClassResolver().resolveClass("io.micrometer.core.instrument.MeterRegistry") == null
                ? NONE
                : MicrometerMeters.of(context, report);
    }

    void requested();

    void refused();

    void read(long records);

    /** Begins to show how far a consumer is. */
    void watch(WatchedEndpoint endpoint, WatchedConsumer consumer);

    /** Ends it. */
    void forget(WatchedConsumer consumer);
}
