package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.checkpoint.DirectoryStateRepository;
import io.github.camelcallrail.checkpoint.ListableStateRepository;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators see of received events. */
class EventsMonitoringTest extends EventsTesting {

    @TempDir
    Path directory;

    private String call() {
        return sandbox.data().add("calls", Map.of("company_id", company(), "direction", "inbound", "duration", 9));
    }

    private CallRailEventsEndpoint endpoint() {
        return context.getEndpoints().stream()
                .filter(CallRailEventsEndpoint.class::isInstance)
                .map(CallRailEventsEndpoint.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void metersCountEventsAndRejections() throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        context.getRegistry().bind("meters", meters);
        receive("events=post-call&stateKey=sink&stateDirectory=" + directory);
        String id = call();
        arrived(1);
        sandbox.webhooks().send("post-call", id);
        sandbox.webhooks().awaitIdle(ENOUGH);
        send(post("{}", "application/json"));

        assertThat(meters.get("camel.callrail.events")
                        .tags("stateKey", "sink", "kind", "post-call", "outcome", "accepted")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("camel.callrail.events")
                        .tags("outcome", "duplicate")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("camel.callrail.events.rejected")
                        .tags("reason", "unsigned")
                        .counter()
                        .count())
                .isEqualTo(1);
        await().until(() -> meters.get("camel.callrail.events.pending").gauge().value() == 0);
        assertThat(meters.get("camel.callrail.events.wait").timer().count()).isEqualTo(1);
        assertThat(meters.get("camel.callrail.events.webhooks.inactive").gauge().value())
                .isZero();
    }

    @Test
    void theDevConsoleShowsThem() throws Exception {
        receive("events=post-call");
        call();
        arrived(1);
        send(post("{}", "application/json"));

        CallRailDevConsole console = new CallRailDevConsole();
        console.setCamelContext(context);
        assertThat(console.doCallText(Map.of()))
                .contains("events:", "post-call: 1", "unsigned: 1", company() + ": active")
                .doesNotContain(sandbox.webhooks().signingKey());
    }

    @Test
    void attributesCountThem() throws Exception {
        receive("events=post-call");
        call();
        arrived(1);

        assertThat(endpoint().getAcceptedEvents()).isEqualTo(1);
        assertThat(endpoint().getDuplicateEvents()).isZero();
        assertThat(endpoint().getRejectedEvents()).isEqualTo("{}");
        assertThat(endpoint().getPendingEvents()).isEqualTo(-1);
    }

    @Test
    void healthIsDownWhileEventsCannotBeStored() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        ListableStateRepository state = new DirectoryStateRepository(directory) {
            @Override
            public synchronized void setState(String key, String value) {
                if (broken.get()) {
                    throw new IllegalStateException("the disk is full");
                }
                super.setState(key, value);
            }
        };
        context.getRegistry().bind("state", state);
        receive("events=post-call&stateRepository=#state");
        call();
        arrived(1);
        assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);

        broken.set(true);
        call();
        assertThat(sandbox.webhooks().awaitIdle(ENOUGH)).isTrue();

        assertThat(sandbox.webhooks().deliveries().get(1).status()).isEqualTo(503);
        assertThat(health().getState()).isEqualTo(HealthCheck.State.DOWN);
        broken.set(false);
        call();
        await().atMost(Duration.ofSeconds(20)).until(() -> health().getState() == HealthCheck.State.UP);
    }

    @Test
    void aDisabledIntegrationIsADetail() throws Exception {
        sandbox.webhooks().register("post-call", external() + "/elsewhere");
        String integration = integration();
        sandbox.data().edit("integrations", integration, Map.of("state", "disabled"));

        receive("events=post-call");

        assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health().getDetails()).containsEntry("webhooks.inactive", company() + " disabled");
        assertThat(endpoint().getInactiveWebhooks()).isEqualTo(1);
    }

    @Test
    void aDisabledIntegrationIsEnabledIfThatIsWanted() throws Exception {
        sandbox.webhooks().register("post-call", external() + "/elsewhere");
        sandbox.data().edit("integrations", integration(), Map.of("state", "disabled"));

        receive("events=post-call&reviveWebhook=true");

        assertThat(endpoint().getInactiveWebhooks()).isZero();
        call();
        arrived(1);
    }

    private String integration() {
        return sandbox.data()
                .ids("integrations", integration -> "Webhooks".equals(integration.get("type")))
                .get(0);
    }

    private HealthCheck.Result health() {
        Optional<HealthCheck.Result> result = HealthCheckHelper.invokeReadiness(context).stream()
                .filter(check -> check.getCheck().getId().contains("callrail-events"))
                .findFirst();
        assertThat(result).isPresent();
        return result.get();
    }
}
