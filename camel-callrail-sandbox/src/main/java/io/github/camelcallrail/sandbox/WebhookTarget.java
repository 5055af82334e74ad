package io.github.camelcallrail.sandbox;

import java.net.URI;
import java.util.Locale;

/** A URL that an integration registered, and the key for what is sent to it. */
record WebhookTarget(String accountId, String integrationId, String companyId, SigningKey key, String url) {

    /**
     * Whether the URL leads to this machine. The sandbox delivers nowhere else, because its integrations are invented
     * and their hosts are not.
     */
    static boolean isLocal(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && (host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}"));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
