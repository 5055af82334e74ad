package io.github.camelcallrail.webhook;

import java.util.Locale;

/** Whether CallRail sends the events of a company to this application. */
public enum WebhookState {
    /** The integration is active and has all URLs. */
    ACTIVE,
    /** The integration is active, but a URL is missing or outdated. */
    URLS_MISSING,
    /**
     * The integration is not active, so CallRail sends nothing. CallRail disables an integration whose receivers fail
     * repeatedly.
     */
    DISABLED,
    /** The company has no webhook integration. */
    MISSING;

    /** As it appears in monitoring: {@code urls-missing}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
