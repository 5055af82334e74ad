package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.ContraryBehavior;
import io.github.camelcallrail.sandbox.Fault;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Micrometer is told when the application has a registry of meters. */
class MicrometerTest extends IncrementalTesting {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private void measure() {
        context.getRegistry().bind("meters", meters);
    }

    private double counted(String name) {
        return meters.get(name)
                .tags("report", "calls", "camelContext", context.getName())
                .counter()
                .count();
    }

    private double gauged(String name) {
        return meters.get(name).tags("routeId", "incremental").gauge().value();
    }

    @Test
    void countersAndGaugesFollowAConsumer() throws Exception {
        measure();
        calls(23);
        incremental("calls", "pageSize=10");
        assertThat(gauged("camel.callrail.lag")).isNaN();
        assertThat(gauged("camel.callrail.walk.total")).isNaN();

        consumer.poll();
        CLOCK.advance(Duration.ofMinutes(15));

        assertThat(counted("camel.callrail.requests"))
                .isEqualTo(sandbox.journal().requests().size());
        assertThat(counted("camel.callrail.requests.refused")).isZero();
        assertThat(counted("camel.callrail.records")).isEqualTo(23);
        assertThat(gauged("camel.callrail.lag")).isEqualTo(15 * 60 + 20);
        assertThat(gauged("camel.callrail.records.failed")).isZero();
        assertThat(gauged("camel.callrail.walk.done")).isEqualTo(23);
        assertThat(gauged("camel.callrail.walk.total")).isEqualTo(23);
        assertThat(gauged("camel.callrail.requests.left"))
                .isEqualTo(1_000.0 - sandbox.journal().requests().size());
    }

    @Test
    void theDifferenceOfTheClocksMayBeNegative() throws Exception {
        context.callrail().setClock(Clock.offset(CLOCK, Duration.ofHours(-2)));
        measure();
        incremental("calls", "");
        assertThat(gauged("camel.callrail.clock.difference")).isNaN();

        consumer.poll();

        assertThat(gauged("camel.callrail.clock.difference")).isEqualTo(-7_200);
    }

    @Test
    void refusalsAreCounted() throws Exception {
        measure();
        calls(5);
        incremental("calls", "");
        sandbox.faults().onRequest(1, Fault.status(429, ""));

        consumer.poll();

        assertThat(counted("camel.callrail.requests.refused")).isEqualTo(1);
        assertThat(gauged("camel.callrail.requests.left")).isZero();
    }

    @Test
    void whatContradictsAnAssumptionIsLoggedOnceAndCountedEachTime() {
        measure();
        calls(5);
        sandbox.contrary(Set.of(ContraryBehavior.SORT_IGNORED));

        try (LogLines log = new LogLines()) {
            records(uri("calls", ""));
            records(uri("calls", ""));

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .containsExactly(
                            "WARN callrail:calls: It is assumed that CallRail sorts a list by the requested field"
                                    + " (assumption 'sort'), but it does not. The first page is newest first. The list"
                                    + " is read from its end backwards. Nothing is lost. Report callrail:check shows"
                                    + " what else differs.");
        }
        assertThat(meters.get("camel.callrail.deviations")
                        .tags("report", "calls", "assumption", "sort")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void endpointsOfOneReportAreCountedTogether() {
        measure();
        calls(5);

        records(uri("calls", ""));
        records(uri("calls", "pageSize=3"));

        assertThat(counted("camel.callrail.records")).isEqualTo(10);
    }

    @Test
    void consumersThatDoNotKnowTheirRouteAreToldApartByTheirState() throws Exception {
        measure();
        context.start();
        CallRailConsumer first = unrouted("first");
        CallRailConsumer second = unrouted("second");
        first.start();
        second.start();

        second.stop();

        assertThat(meters.find("camel.callrail.lag").tag("routeId", "first").gauges())
                .hasSize(1);
        assertThat(meters.find("camel.callrail.lag").tag("routeId", "second").gauges())
                .isEmpty();
        first.stop();
    }

    private CallRailConsumer unrouted(String stateKey) throws Exception {
        String options = "incremental=true&startScheduler=false&stateRepository=#state&stateKey=" + stateKey;
        return (CallRailConsumer) context.getEndpoint(uri("calls", options)).createConsumer(exchange -> {});
    }

    @Test
    void ofSeveralRegistriesThatOfCamelIsTaken() {
        measure();
        context.getRegistry().bind("others", new SimpleMeterRegistry());
        calls(5);
        records(uri("calls", ""));
        assertThat(meters.getMeters()).isEmpty();

        context.getRegistry().bind("metricsRegistry", meters);
        records(uri("calls", "pageSize=3"));
        assertThat(counted("camel.callrail.records")).isEqualTo(5);
    }

    @Test
    void aConsumerThatStopsIsShownNoMore() throws Exception {
        measure();
        incremental("calls", "");

        context.getRouteController().stopRoute("incremental");

        assertThat(meters.getMeters()).noneMatch(Gauge.class::isInstance);
    }

    @Test
    void withoutARegistryNothingIsMeasured() {
        calls(5);

        assertThat(records(uri("calls", ""))).hasSize(5);
        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void aConsumerThatIsNotIncrementalHasNoLag() throws Exception {
        measure();
        context.consume(uri("calls", ""));

        assertThat(meters.find("camel.callrail.walk.done").gauges()).hasSize(1);
        assertThat(meters.find("camel.callrail.lag").gauges()).isEmpty();
    }

    @Test
    void whatIsReadByAProducerHasNoGauge() {
        measure();
        requested(uri("calls", ""), Map.of());

        assertThat(meters.getMeters()).noneMatch(Gauge.class::isInstance);
    }
}
