package io.github.camelcallrail.monitor;

import io.github.camelcallrail.catalogue.Assumption;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;

/**
 * Meters in Micrometer: counters for each report of the context, and gauges for each consumer. Loaded only if
 * Micrometer is on the class path.
 */
final class MicrometerMeters implements EndpointMeters {

    static final String REQUESTS = "camel.callrail.requests";
    static final String REFUSED = "camel.callrail.requests.refused";
    static final String RECORDS = "camel.callrail.records";
    static final String DEVIATIONS = "camel.callrail.deviations";
    static final String CHANGES = "camel.callrail.changes";
    static final String LAG = "camel.callrail.lag";
    static final String FAILED = "camel.callrail.records.failed";
    static final String FAILING = "camel.callrail.polls.failing";
    static final String DONE = "camel.callrail.walk.done";
    static final String TOTAL = "camel.callrail.walk.total";
    static final String LEFT = "camel.callrail.requests.left";
    static final String DIFFERENCE = "camel.callrail.clock.difference";

    private final MeterRegistry registry;
    private final Tags tags;
    private final Counter requests;
    private final Counter refused;
    private final Counter records;
    private final Map<MonitoredConsumer, List<Meter>> gauges = new ConcurrentHashMap<>();

    private MicrometerMeters(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        this.requests = Counter.builder(REQUESTS)
                .description("Requests sent to CallRail, including retries")
                .tags(tags)
                .register(registry);
        this.refused = Counter.builder(REFUSED)
                .description("Requests that CallRail rejected because the quota is used up (HTTP 429)")
                .tags(tags)
                .register(registry);
        this.records = Counter.builder(RECORDS)
                .description("Records read from CallRail, including those that are compared but not sent")
                .tags(tags)
                .register(registry);
    }

    static EndpointMeters of(CamelContext context, String report) {
        return MicrometerRegistry.find(context)
                .<EndpointMeters>map(registry ->
                        new MicrometerMeters(registry, Tags.of("camelContext", context.getName(), "report", report)))
                .orElse(NONE);
    }

    @Override
    public void requested() {
        requests.increment();
    }

    @Override
    public void refused() {
        refused.increment();
    }

    @Override
    public void read(long count) {
        records.increment(count);
    }

    @Override
    public void differs(Assumption assumption) {
        Counter.builder(DEVIATIONS)
                .description("Responses that contradict an assumption about CallRail")
                .tags(tags.and("assumption", assumption.id()))
                .register(registry)
                .increment();
    }

    @Override
    public void addGauges(MonitoredEndpoint endpoint, MonitoredConsumer consumer) {
        Tags ofRoute = tags.and("routeId", endpoint.nameOf(consumer));
        Tags own = consumer.source()
                .map(source -> ofRoute.and("accountId", source.accountId())
                        .and("companyId", source.companyId().orElse("")))
                .orElse(ofRoute);
        List<Meter> meters = new ArrayList<>();
        if (consumer.source().isEmpty()) {
            if (registry.find(DONE).tags(own).gauge() != null) {
                // Another consumer without a name of its own already has these gauges.
                return;
            }
            addGauges(endpoint, own, meters);
        } else {
            // A poll that does not reach its end must be noticed for each account, among thousands.
            meters.add(register(
                    own, FAILING, "1 while the latest poll failed, otherwise 0", () -> consumer.failing() ? 1 : 0));
        }
        if (consumer.status().isPresent()) {
            if (consumer.source().isEmpty()) {
                meters.add(counter(own, "poll", consumer, MonitoredConsumer::getChangesByPoll));
                meters.add(counter(own, "refresh", consumer, MonitoredConsumer::getChangesByRefresh));
            }
            meters.add(gauge(own, FAILED, "Failed records that will be retried", consumer::getFailedRecords));
            meters.add(
                    gauge(own, LAG, "Seconds since the time up to which everything was read", consumer::getLagSeconds));
        }
        gauges.put(consumer, meters);
    }

    private void addGauges(MonitoredEndpoint endpoint, Tags own, List<Meter> meters) {
        meters.add(gauge(own, DONE, "Records read so far in the latest reading", endpoint::getProgressDone));
        meters.add(gauge(own, TOTAL, "Records to read in the latest reading", endpoint::getProgressTotal));
        meters.add(gauge(own, LEFT, "Requests that may be sent now", endpoint::getRequestsLeft));
        meters.add(register(
                own,
                DIFFERENCE,
                "Seconds by which this machine's clock is ahead of CallRail's; negative if it is behind",
                () -> endpoint.serverClock()
                        .difference()
                        .map(Duration::toSeconds)
                        .map(Long::doubleValue)
                        .orElse(Double.NaN)));
    }

    private Meter counter(
            Tags own, String foundBy, MonitoredConsumer consumer, ToDoubleFunction<MonitoredConsumer> value) {
        return FunctionCounter.builder(CHANGES, consumer, value)
                .description("New and changed records that were sent, by what found them: a poll, or a refresh that an"
                        + " event asked for")
                .tags(own.and("foundBy", foundBy))
                .register(registry);
    }

    /** A negative value means that it is not known. */
    private Meter gauge(Tags own, String name, String description, Supplier<Number> value) {
        return register(own, name, description, () -> MicrometerRegistry.gauged(value.get()));
    }

    private Meter register(Tags own, String name, String description, Supplier<Number> value) {
        return Gauge.builder(name, value).description(description).tags(own).register(registry);
    }

    @Override
    public void removeGauges(MonitoredConsumer consumer) {
        List<Meter> meters = gauges.remove(consumer);
        if (meters != null) {
            meters.forEach(registry::remove);
        }
    }
}
