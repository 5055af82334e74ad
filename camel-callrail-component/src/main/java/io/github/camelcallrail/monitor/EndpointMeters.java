package io.github.camelcallrail.monitor;

import io.github.camelcallrail.catalogue.Assumption;
import org.apache.camel.CamelContext;

/** Reports what an endpoint does to the monitoring system of the application. Thread-safe. */
public interface EndpointMeters {

    /** For applications without a monitoring system. */
    EndpointMeters NONE = new EndpointMeters() {
        @Override
        public void requested() {
            // There are no meters.
        }

        @Override
        public void refused() {
            // There are no meters.
        }

        @Override
        public void read(long records) {
            // There are no meters.
        }

        @Override
        public void differs(Assumption assumption) {
            // There are no meters.
        }

        @Override
        public void addGauges(MonitoredEndpoint endpoint, MonitoredConsumer consumer) {
            // There are no meters.
        }

        @Override
        public void removeGauges(MonitoredConsumer consumer) {
            // There are no meters.
        }
    };

    /** Meters in Micrometer, if it is on the class path and the application has a single meter registry. */
    static EndpointMeters of(CamelContext context, String report) {
        return context.getClassResolver().resolveClass("io.micrometer.core.instrument.MeterRegistry") == null
                ? NONE
                : MicrometerMeters.of(context, report);
    }

    /** Counts a request. */
    void requested();

    /** Counts a request that CallRail rejected because the quota is used up. */
    void refused();

    /** Counts records that were read. */
    void read(long records);

    /** Counts a response that contradicts an assumption about CallRail. */
    void differs(Assumption assumption);

    /** Adds the gauges of a consumer. */
    void addGauges(MonitoredEndpoint endpoint, MonitoredConsumer consumer);

    /** Removes the gauges of a consumer. */
    void removeGauges(MonitoredConsumer consumer);
}
