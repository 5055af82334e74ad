package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.WebhookDelivery;
import io.github.camelcallrail.sandbox.WebhookSender;
import io.github.camelcallrail.webhook.EventBody;
import io.github.camelcallrail.webhook.EventKind;
import io.github.camelcallrail.webhook.WebhookEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Events that a sandbox sends to where nothing listens; what was sent can be read all the same. */
final class SandboxEvents {

    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private final CallRailSandbox sandbox;
    private final WebhookSender webhooks;

    SandboxEvents(CallRailSandbox sandbox) {
        this.sandbox = sandbox;
        this.webhooks = sandbox.webhooks();
        webhooks.disableAfter(Integer.MAX_VALUE);
    }

    /** Sends an event for each record, as a form or as JSON, and reads them. */
    List<WebhookEvent> delivered(String kind, boolean form, List<String> ids, String... changes) {
        for (String company : sandbox.data().ids("companies")) {
            webhooks.register(company, kind, "http://localhost:1/" + kind);
        }
        if (form) {
            webhooks.faults().formEncoded();
        } else {
            webhooks.faults().json();
        }
        int earlier = webhooks.deliveries().size();
        ids.forEach(id -> assertThat(webhooks.send(kind, id, changes)).isEqualTo(1));
        assertThat(webhooks.awaitIdle(ENOUGH)).isTrue();
        return webhooks.deliveries().stream()
                .skip(earlier)
                .map(delivery -> read(delivery, form, EventKind.find(kind)))
                .toList();
    }

    static WebhookEvent read(WebhookDelivery delivery, boolean form, Optional<EventKind> marked) {
        String type = form ? "application/x-www-form-urlencoded" : "application/json";
        return EventBody.read(delivery.body(), type, marked);
    }
}
