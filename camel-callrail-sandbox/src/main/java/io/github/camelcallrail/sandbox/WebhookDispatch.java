package io.github.camelcallrail.sandbox;

import io.github.camelcallrail.sandbox.WebhookFaults.Mistake;
import io.github.camelcallrail.sandbox.WebhookFaults.Plan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes and signs what happened, once for each URL that has to be told, and puts it into the outbox. */
final class WebhookDispatch {

    /**
     * Something that happened.
     *
     * @param legacy the attributes that are appended to the query of the URL; only asked for if there is a URL
     * @param body likewise
     */
    record Occurrence(
            WebhookEvent event,
            AccountRecords account,
            String companyId,
            String recordId,
            Supplier<Map<String, Object>> legacy,
            Supplier<Map<String, Object>> body) {}

    private final WebhookIntegrations integrations;
    private final WebhookFaults faults;
    private final WebhookOutbox outbox;

    WebhookDispatch(WebhookIntegrations integrations, WebhookFaults faults, WebhookOutbox outbox) {
        this.integrations = integrations;
        this.faults = faults;
        this.outbox = outbox;
    }

    /** Returns how many URLs have to be told. */
    int tell(Occurrence occurrence) {
        List<WebhookTarget> targets =
                integrations.targets(occurrence.account(), occurrence.companyId(), occurrence.event());
        if (!targets.isEmpty()) {
            Map<String, Object> body = occurrence.body().get();
            targets.forEach(target -> tell(target, occurrence, body));
        }
        return targets.size();
    }

    private void tell(WebhookTarget target, Occurrence occurrence, Map<String, Object> body) {
        Plan plan = faults.next();
        if (plan.copies() > 0) {
            WebhookPost post = post(target, occurrence, body, plan);
            for (int copy = 0; copy < plan.copies(); copy++) {
                outbox.add(post, plan.late(), plan.window());
            }
        }
    }

    private static WebhookPost post(WebhookTarget target, Occurrence occurrence, Map<String, Object> body, Plan plan) {
        byte[] written = plan.formEncoded()
                ? WebhookContent.form(body).getBytes(StandardCharsets.US_ASCII)
                : WebhookContent.json(body);
        SigningKey key = plan.mistake() == Mistake.WRONG_KEY ? target.key().wrong() : target.key();
        String signature = plan.mistake() == Mistake.UNSIGNED ? "" : key.sign(written);
        return new WebhookPost(
                target,
                occurrence.event(),
                occurrence.recordId(),
                WebhookContent.form(occurrence.legacy().get()),
                plan.formEncoded() ? WebhookContent.FORM_TYPE : WebhookContent.JSON_TYPE,
                plan.mistake() == Mistake.TAMPERED ? WebhookContent.tampered(written) : written,
                signature);
    }
}
