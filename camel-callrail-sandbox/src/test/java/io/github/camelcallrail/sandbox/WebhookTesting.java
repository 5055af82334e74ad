package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sends a webhook to a receiver for each call that a test adds. */
abstract class WebhookTesting {

    static final Duration ENOUGH = Duration.ofSeconds(20);
    static final Instant NOW = Instant.parse("2026-05-20T18:00:00Z");

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION = CallRailSandboxExtension.of(
            CallRailSandbox.builder().empty().clock(new SettableClock(NOW)).seed(5));

    HookReceiver receiver;
    CallRailSandbox sandbox;
    WebhookSender webhooks;
    String company;

    @BeforeEach
    void start() {
        receiver = new HookReceiver();
        sandbox = EXTENSION.sandbox();
        webhooks = sandbox.webhooks();
        company = sandbox.data().ids("companies").get(0);
        webhooks.register("post-call", receiver.url("/post"));
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    String add() {
        return sandbox.data().add("calls", Map.of("company_id", company, "direction", "inbound", "duration", 9));
    }

    List<String> add(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(add());
        }
        return ids;
    }

    List<String> arrived() {
        assertThat(webhooks.awaitIdle(ENOUGH)).isTrue();
        return receiver.hooks().stream()
                .map(hook -> hook.json().path("resource_id").asText())
                .toList();
    }
}
