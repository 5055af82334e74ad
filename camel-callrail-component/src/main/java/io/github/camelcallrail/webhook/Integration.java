package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The integration that sends the events of a company. Source: apidocs.callrail.com, Integrations. Immutable.
 *
 * @param id its id, as text
 * @param type {@code Webhooks}
 * @param state {@code active}, {@code disabled}, {@code pending} or {@code failed}; empty if CallRail did not say
 * @param config the registered URLs
 * @param signingKey the secret key that signs its events; empty if CallRail did not tell it
 */
public record Integration(String id, String type, String state, WebhookConfig config, Optional<String> signingKey) {

    static final String TYPE = "Webhooks";
    static final String ACTIVE = "active";

    public Integration {
        requireNonNull(id, "id is null");
        requireNonNull(type, "type is null");
        requireNonNull(state, "state is null");
        requireNonNull(config, "config is null");
        requireNonNull(signingKey, "signingKey is null");
    }

    /** Whether CallRail sends events. */
    public boolean isActive() {
        return state.equals(ACTIVE);
    }

    /** Without the signing key. */
    @Override
    public String toString() {
        return "Integration[" + id + ", " + type + ", " + state + ", " + config + "]";
    }
}
