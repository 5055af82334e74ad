package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.agency.AgencyConsumer;
import io.github.camelcallrail.sandbox.Fault;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Operators see which of many accounts fail. */
class AgencyMonitoringTest extends AgencyTesting {

    private static final String INCREMENTAL =
            "accountId=*&incremental=true&stateRepository=#state&timeZone=America/New_York";

    @Test
    void aFewFailingAccountsAreNamedAndDoNotMakeTheRouteUnhealthy() throws Exception {
        sandbox.faults().inAccount(account(1), Fault.status(403, ""));
        AgencyConsumer consumer = agency("calls", INCREMENTAL);

        await().untilAsserted(() -> assertThat(ready(consumer).getDetails())
                .containsEntry("sources", 3)
                .containsEntry("sources.failing", 1)
                .containsEntry("sources.failing.ids", account(1)));
        assertThat(ready(consumer).getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(ready(consumer).getMessage())
                .hasValueSatisfying(text -> assertThat(text).startsWith("1 of 3 accounts or companies are DOWN"));
        assertThat(consumer.getFailingSources()).containsExactly(account(1));

        sandbox.faults().clear();
        await().untilAsserted(() -> assertThat(ready(consumer).getDetails()).containsEntry("sources.failing", 0));
    }

    @Test
    void ifEveryAccountFailsTheRouteIsDown() throws Exception {
        sandbox.faults().always("calls", Fault.status(500, ""));
        AgencyConsumer consumer = agency("calls", INCREMENTAL);

        await().untilAsserted(() -> assertThat(ready(consumer).getDetails()).containsEntry("sources.failing", 3));
        assertThat(ready(consumer).getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(ready(consumer).getError()).containsInstanceOf(CallRailException.class);
    }

    @Test
    void ifTheAccountsCannotBeListedTheRouteIsDownUntilTheyCan() throws Exception {
        sandbox.faults().always("accounts", Fault.status(503, ""));
        AgencyConsumer consumer = agency("calls", INCREMENTAL);

        await().until(() -> consumer.getErrorCounter() > 0);
        assertThat(ready(consumer).getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(ready(consumer).getError()).hasValueSatisfying(error -> assertThat(error)
                .hasMessageContaining("Report 'accounts' was read to find the accounts of report 'calls'"));

        sandbox.faults().clear();
        await().until(() -> ready(consumer).getState() == HealthCheck.State.UP);
        assertThat(consumer.getSources()).isEqualTo(3);
    }

    @Test
    void everyAccountHasItsGauges() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        context.getRegistry().bind("meters", registry);
        sandbox.faults().inAccount(account(2), Fault.status(404, ""));

        agency("calls", INCREMENTAL);

        await().untilAsserted(() -> assertThat(gauges(registry, "camel.callrail.polls.failing"))
                .containsExactlyInAnyOrder(account(0) + " 0.0", account(1) + " 0.0", account(2) + " 1.0"));
        assertThat(gauges(registry, "camel.callrail.lag")).hasSize(3);
        context.stop();
        assertThat(gauges(registry, "camel.callrail.polls.failing")).isEmpty();
    }

    @Test
    void theConsoleShowsEachAccount() throws Exception {
        agency("calls", INCREMENTAL);
        await().untilAsserted(() -> assertThat(consumersInConsole())
                .extracting(consumer -> ((JsonObject) consumer).get("accountId"))
                .containsExactlyInAnyOrderElementsOf(sandbox.accountIds()));
        assertThat(consumersInConsole()).allSatisfy(consumer -> assertThat((JsonObject) consumer)
                .containsKeys("routeId", "polls", "incremental"));
    }

    private JsonArray consumersInConsole() {
        DevConsole console = DevConsoleRegistry.get(context).resolveById("callrail");
        JsonObject json = (JsonObject) console.call(DevConsole.MediaType.JSON, Map.of());
        return ((JsonArray) json.get("endpoints"))
                .stream()
                        .map(JsonObject.class::cast)
                        .map(endpoint -> (JsonArray) endpoint.get("consumers"))
                        .filter(consumers -> consumers != null)
                        .findFirst()
                        .orElse(new JsonArray());
    }

    private static HealthCheck.Result ready(AgencyConsumer consumer) {
        return consumer.getHealthCheck().call(Map.of(HealthCheck.CHECK_KIND, HealthCheck.Kind.READINESS));
    }

    private static List<String> gauges(SimpleMeterRegistry registry, String name) {
        return registry.find(name).gauges().stream()
                .map(AgencyMonitoringTest::described)
                .toList();
    }

    private static String described(Gauge gauge) {
        return gauge.getId().getTag("accountId") + " " + gauge.value();
    }
}
