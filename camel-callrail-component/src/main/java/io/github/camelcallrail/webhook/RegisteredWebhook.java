package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

/**
 * The webhook integration of a company after its URLs were checked.
 *
 * @param companyId the company
 * @param integrationId CallRail's id of the integration
 * @param active whether CallRail sends events; if not, it is disabled
 * @param changed whether something was written
 */
public record RegisteredWebhook(String companyId, String integrationId, boolean active, boolean changed) {

    public RegisteredWebhook {
        requireNonNull(companyId, "companyId is null");
        requireNonNull(integrationId, "integrationId is null");
    }
}
