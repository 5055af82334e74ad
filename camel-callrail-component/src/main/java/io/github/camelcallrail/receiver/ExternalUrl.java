package io.github.camelcallrail.receiver;

import io.github.camelcallrail.failure.CallRailFailure;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.camel.component.webhook.WebhookConfiguration;

/** The URL at which CallRail reaches a webhook. */
public final class ExternalUrl {

    private static final String ADVICE = " Set it to the address at which CallRail reaches this application, such as"
            + " https://hooks.example.com; or set webhookAutoRegister=false, and register the URL in CallRail's"
            + " settings, under Integrations, Webhooks.";

    private ExternalUrl() {}

    /** The URL with its path; empty if option {@code webhookExternalUrl} is not set. */
    public static Optional<String> of(WebhookConfiguration webhook) {
        return Optional.ofNullable(webhook.getWebhookExternalUrl()).map(address -> joined(webhook, address));
    }

    /**
     * The URL with its path.
     *
     * @param plain whether plain http is allowed
     * @throws CallRailFailure of kind CONFIGURATION if it is not set, or plain http although that is not allowed
     */
    public static String require(WebhookConfiguration webhook, boolean plain) {
        String address = webhook.getWebhookExternalUrl();
        if (address == null) {
            throw CallRailFailure.configuration("Option 'webhookExternalUrl' is not set." + ADVICE);
        }
        if (!address.startsWith("https://") && !(plain && address.startsWith("http://"))) {
            throw CallRailFailure.configuration("Option 'webhookExternalUrl' is '%s', but must begin with https://."
                            // A query may hold a secret.
                            .formatted(address.replaceFirst("[?].*", "?..."))
                    + ADVICE);
        }
        return joined(webhook, address);
    }

    private static String joined(WebhookConfiguration webhook, String address) {
        // camel-webhook joins the address and a path that begins with a slash.
        WebhookConfiguration joined = webhook.copy();
        joined.setWebhookExternalUrl(address.replaceFirst("/+$", ""));
        try {
            return joined.computeFullExternalUrl();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a host is looked up only without an address", e);
        }
    }
}
