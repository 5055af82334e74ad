package io.github.camelcallrail.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the database gets by events, long before the next poll. */
@Timeout(60)
class DashboardEventsTest {

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @Test
    void callsAndFormsAreThereSoonAfterTheirEvents() throws Exception {
        CallRailSandbox sandbox = CallRailSandbox.builder().empty().start();
        Instant now = Instant.now();
        sandbox.data().generate("calls", 10, now.minus(Duration.ofDays(6)), now.minus(Duration.ofHours(3)));
        try (RunningDashboard dashboard = new RunningDashboard(sandbox, "1h")) {
            await().atMost(START).until(() -> dashboard.count("select count(*) from calls") == 10);
            String earlier = sandbox.data().ids("calls").get(3);

            sandbox.data().edit("calls", earlier, Map.of("lead_status", "not_a_lead", "note", "Called back"));
            String added = sandbox.data()
                    .add("calls", Map.of("start_time", Instant.now().minusSeconds(40), "duration", 40));
            String form = sandbox.data().add("form-submissions", Map.of("submitted_at", Instant.now()));

            await().atMost(SOON)
                    .until(() -> dashboard.count("select count(*) from calls where id = '" + added + "'") == 1);
            await().atMost(SOON)
                    .until(() ->
                            dashboard.count("select count(*) from form_submissions where id = '" + form + "'") == 1);
            await().atMost(SOON)
                    .until(() ->
                            dashboard.count("select count(*) from calls where lead_status = 'not_a_lead' and id = '"
                                            + earlier + "'")
                                    == 1);
            assertThat(sandbox.journal().requests("calls")).hasSize(1 + 2);
        }
    }

    @Test
    void anAccountThatCannotReachItIsOnlyPolled() throws Exception {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start()) {
            Settings settings = Settings.of(
                    Map.of(
                            "CALLRAIL_API_KEY", sandbox.apiKey(),
                            "CALLRAIL_BASE_URL", sandbox.baseUrl(),
                            "DASHBOARD_PORT", Integer.toString(RunningDashboard.freePort())),
                    directory);
            try (Application application = new Application(settings)) {
                application.start();

                await().atMost(START)
                        .until(() -> !sandbox.journal().requests("calls").isEmpty());
                assertThat(sandbox.journal().requests("integrations")).isEmpty();
                assertThat(application.context().getRouteController().getRouteStatus("events"))
                        .isEqualTo(ServiceStatus.Stopped);
            }
        }
    }
}
