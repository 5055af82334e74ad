package io.github.camelcallrail.sandbox;

import java.time.Duration;
import java.time.Instant;

/**
 * One HTTP request that a webhook was delivered with, and what came of it. Immutable.
 *
 * @param event the id of the event, such as {@code post-call}; the request itself does not contain it
 * @param companyId the company that the event belongs to
 * @param recordId the id of the call, form submission or message
 * @param url as registered, without the legacy attributes that the request adds
 * @param body exactly as sent
 * @param signature the header {@code Signature}; empty if it was not sent
 * @param status the status of the response; 0 if there was none
 * @param failure why there was no response; empty if there was one
 * @param at when it was sent, on the sandbox's clock
 * @param took the time until the response or the failure
 */
public record WebhookDelivery(
        String event,
        String companyId,
        String recordId,
        String url,
        byte[] body,
        String signature,
        int status,
        String failure,
        Instant at,
        Duration took) {

    public WebhookDelivery {
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** Whether CallRail takes it for delivered: any status from 200 to 299. */
    public boolean succeeded() {
        return status >= 200 && status <= 299;
    }
}
