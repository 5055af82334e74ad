package io.github.camelcallrail.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** Meters of received events in Micrometer. Loaded only if Micrometer is on the class path. */
final class MicrometerEventMeters implements EventMeters {

    static final String EVENTS = "camel.callrail.events";
    static final String REJECTED = "camel.callrail.events.rejected";
    static final String WAIT = "camel.callrail.events.wait";
    static final String GAUGE_PREFIX = "camel.callrail.events.";

    private final MeterRegistry registry;
    private final Tags tags;
    private final List<Meter> gauges = new CopyOnWriteArrayList<>();

    private MicrometerEventMeters(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
    }

    static EventMeters of(CamelContext context, String key) {
        return MicrometerRegistry.find(context)
                .<EventMeters>map(registry -> new MicrometerEventMeters(
                        registry, Tags.of("camelContext", context.getName(), "stateKey", key)))
                .orElse(NONE);
    }

    @Override
    public void event(String kind, String outcome) {
        registry.counter(EVENTS, tags.and("kind", kind, "outcome", outcome)).increment();
    }

    @Override
    public void rejected(String reason) {
        registry.counter(REJECTED, tags.and("reason", reason)).increment();
    }

    @Override
    public void delivered(String kind, Duration after) {
        registry.timer(WAIT, tags.and("kind", kind)).record(after);
    }

    @Override
    public void addGauge(String name, String description, Supplier<Number> value) {
        gauges.add(Gauge.builder(GAUGE_PREFIX + name, () -> MicrometerRegistry.gauged(value.get()))
                .description(description)
                .tags(tags)
                .register(registry));
    }

    @Override
    public void removeGauges() {
        gauges.forEach(registry::remove);
        gauges.clear();
    }
}
