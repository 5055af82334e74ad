package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.webhook.EventKind;
import io.github.camelcallrail.webhook.Rejection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the page on events say what the code says, and its routes receive what the sandbox sends. */
class EventsPageTest {

    private static final Document PAGE = Project.page("events");

    @TempDir
    Path directory;

    @Test
    void everyKindIsThereWithItsKey() {
        assertThat(PAGE.rowsOf("kinds"))
                .extracting(row -> row.get(0) + " " + row.get(2))
                .containsExactlyElementsOf(Arrays.stream(EventKind.values())
                        .map(kind -> "`" + kind.text() + "` "
                                + kind.configKey().map(key -> "`" + key + "`").orElse("none is documented"))
                        .toList());
    }

    @Test
    void everyAnswerIsThereWithItsStatus() {
        assertThat(PAGE.rowsOf("answers").stream().filter(row -> !row.get(1).isEmpty()))
                .extracting(row -> row.get(0) + " " + row.get(1))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rejection.values())
                        .map(rejection -> rejection.status() + " `" + rejection.text() + "`")
                        .toList());
    }

    @Test
    void eachEventThatCanBeRegisteredHasItsUrl() {
        assertThat(PAGE.text())
                .contains(EventKind.registrable().stream()
                        .map(kind -> "https://hooks.example.com/callrail?event=" + kind.text() + "&company=COM")
                        .toList());
    }

    /** The routes that register themselves, by their place among the blocks of YAML. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void theRouteReceivesWhatTheSandboxSends(int block) throws Exception {
        PublicServer server = new PublicServer();
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        try (DocumentedSandbox context = new DocumentedSandbox(CallRailSandbox.builder())) {
            String company = context.sandbox().data().ids("companies").get(0);
            server.serve(context);
            context.getCamelContextExtension().addLogListener((exchange, logger, message) -> {
                logged.add(message);
                return message;
            });
            String route = server.adapted(PAGE.blocks("yaml").get(block).text(), company)
                    .replace("stateDirectory: state", "stateDirectory: " + directory);
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("events.yaml", route));
            context.start();

            String call = context.sandbox()
                    .data()
                    .add(
                            "calls",
                            Map.of(
                                    "company_id",
                                    company,
                                    "direction",
                                    "inbound",
                                    "start_time",
                                    "2026-03-15T12:20:00-04:00"));

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(logged).contains("post-call " + call));
        }
    }
}
