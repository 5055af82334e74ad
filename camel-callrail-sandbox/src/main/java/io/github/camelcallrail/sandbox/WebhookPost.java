package io.github.camelcallrail.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A webhook ready to be sent. A time-out of 10 seconds is a choice.
 *
 * @param query the legacy attributes, encoded; empty for none
 * @param signature empty to send none
 */
record WebhookPost(
        WebhookTarget target,
        WebhookEvent event,
        String recordId,
        String query,
        String contentType,
        byte[] body,
        String signature) {

    private static final int PATIENCE_MILLIS = 10_000;

    WebhookDelivery send(Clock clock) {
        Instant at = clock.instant();
        long began = System.nanoTime();
        int status = 0;
        String failure = "";
        try {
            status = status();
        } catch (IOException e) {
            failure = e.toString();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new WebhookDelivery(
                event.id(), target.companyId(), recordId, target.url(), body, signature, status, failure, at, took);
    }

    private int status() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address()).toURL().openConnection(Proxy.NO_PROXY);
        try {
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            // Otherwise the JDK sends the request again when the connection breaks.
            connection.setFixedLengthStreamingMode(body.length);
            // A connection that was kept open may have ended meanwhile, which would be a failure that nobody caused.
            connection.setRequestProperty("Connection", "close");
            connection.setRequestProperty("Accept", "*/*");
            connection.setRequestProperty("Accept-Encoding", "gzip;q=1.0,deflate;q=0.6,identity;q=0.3");
            connection.setRequestProperty("User-Agent", "CallRail Webhook/1.0");
            connection.setRequestProperty("Content-Type", contentType);
            if (!signature.isEmpty()) {
                connection.setRequestProperty("Signature", signature);
            }
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            return connection.getResponseCode();
        } catch (HttpRetryException refused) {
            // How the JDK reports 401 for a body that it cannot send again.
            return refused.responseCode();
        } finally {
            connection.disconnect();
        }
    }

    private String address() {
        String url = target.url();
        return query.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + query;
    }
}
