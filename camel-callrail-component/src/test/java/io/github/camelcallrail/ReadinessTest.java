package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.Fault;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told when a consumer is not ready, and that it comes back by itself. */
class ReadinessTest extends SandboxTest {

    private CallRailConsumer consumer;

    private HealthCheck.Result readiness() {
        return consumer.getHealthCheck().call(Map.of(HealthCheck.CHECK_KIND, HealthCheck.Kind.READINESS));
    }

    private void poll() {
        // As the scheduler does.
        consumer.run();
    }

    @ParameterizedTest
    @CsvSource({"401, UNAUTHORIZED", "403, FORBIDDEN", "404, NOT_FOUND", "500, UNAVAILABLE", "503, UNAVAILABLE"})
    void aFailedPollTellsStatusAndKind(int status, String kind) throws Exception {
        calls(5);
        consumer = context.consume(uri("calls", ""));
        sandbox.faults().onRequest(1, Fault.status(status, ""));

        poll();
        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(readiness().getDetails())
                .containsEntry(CallRailHealthCheck.FAILURE_KIND, kind)
                .containsEntry(HealthCheck.HTTP_RESPONSE_CODE, status);
        assertThat(readiness().getMessage().orElseThrow()).doesNotContain(sandbox.apiKey());
        poll();
        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aUsedUpBudgetTellsWhenItReturns() throws Exception {
        calls(25);
        consumer = context.consume(uri("calls", "pageSize=10&requestsPerHour=2"));

        poll();
        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(readiness().getDetails())
                .containsEntry(CallRailHealthCheck.FAILURE_KIND, "OVER_BUDGET")
                .containsEntry(CallRailHealthCheck.RETRY_AT, "2026-03-15T17:31:00Z")
                .doesNotContainKey(HealthCheck.HTTP_RESPONSE_CODE);
        assertThat(readiness().getMessage().orElseThrow())
                .contains("requestsPerHour")
                .contains("Route: polled");
        CLOCK.advance(Duration.ofMinutes(61));
        poll();
        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aRefusalTellsTheStatusAndThePause() throws Exception {
        calls(25);
        consumer = context.consume(uri("calls", "pageSize=10"));
        sandbox.faults().onRequest(2, Fault.status(429, "", Map.of("Retry-After", "300")));

        poll();
        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(readiness().getDetails())
                .containsEntry(CallRailHealthCheck.FAILURE_KIND, "RATE_LIMITED")
                .containsEntry(CallRailHealthCheck.RETRY_AT, "2026-03-15T16:35:20Z")
                .containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 429);
        CLOCK.advance(Duration.ofMinutes(5));
        poll();
        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aLineSaysOnceThatThePollHadToEnd() throws Exception {
        calls(25);
        consumer = context.consume(uri("calls", "pageSize=10&requestsPerHour=2"));
        try (LogLines log = new LogLines()) {
            poll();
            poll();
            poll();

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .singleElement()
                    .asString()
                    .endsWith("The poll ends here, after 19 exchanges; a later poll continues.");
        }
    }

    @Test
    void livenessDoesNotFollow() throws Exception {
        calls(25);
        consumer = context.consume(uri("calls", "pageSize=10&requestsPerHour=2"));
        poll();

        assertThat(consumer.getHealthCheck()
                        .call(Map.of(HealthCheck.CHECK_KIND, HealthCheck.Kind.LIVENESS))
                        .getState())
                .isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aFailedPollIsOneLine() throws Exception {
        calls(5);
        consumer = context.consume(uri("calls", ""));
        sandbox.faults().onRequest(1, Fault.status(401, ""));
        try (LogLines log = new LogLines()) {
            poll();

            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .singleElement()
                    .asString()
                    .contains("Failed polling endpoint")
                    .contains("HTTP 401")
                    .doesNotContain(sandbox.apiKey(), "with its stack");
        }
    }
}
