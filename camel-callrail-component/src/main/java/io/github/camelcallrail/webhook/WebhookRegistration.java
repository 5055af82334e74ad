package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.webhook.RegistrationFailures.Action;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Registers the URLs of this application in the webhook integrations of companies, and takes care of them. Everything
 * else in an integration is kept: URLs of others, and URLs of this application for other events. All methods send
 * requests and throw a {@link CallRailFailure} if they fail; HTTP 403 explains the set-up by hand. Immutable and
 * thread-safe.
 */
public final class WebhookRegistration {

    private final WebhookIntegrations integrations;
    private final Map<EventKind, String> externalUrls;

    /**
     * @param externalUrls for each kind of event, the URL at which this application receives it, without a mark; one
     *     URL may serve several kinds
     * @throws CallRailFailure of kind CONFIGURATION if a URL is invalid, or the API cannot register a kind
     */
    public WebhookRegistration(WebhookIntegrations integrations, Map<EventKind, String> externalUrls) {
        this.integrations = requireNonNull(integrations, "integrations is null");
        this.externalUrls = new EnumMap<>(EventKind.class);
        this.externalUrls.putAll(externalUrls);
        this.externalUrls.keySet().forEach(WebhookRegistration::requireRegistrable);
        urls("COM");
    }

    /** The URLs of a company, each with its mark, in the order of {@link EventKind}. */
    public List<EventUrl> urls(String companyId) {
        return externalUrls.entrySet().stream()
                .map(entry -> EventUrl.of(entry.getValue(), new EventMark(entry.getKey(), companyId)))
                .toList();
    }

    /**
     * Registers the URLs of a company: creates the integration if there is none, adds missing URLs and replaces
     * outdated ones. Nothing is written if nothing is missing. An integration that is disabled stays disabled.
     */
    public RegisteredWebhook register(String companyId) {
        return registration(companyId, false).applyOrCreate();
    }

    /**
     * Like {@link #register}, and makes the integration active. CallRail may leave it disabled, which the result tells.
     */
    public RegisteredWebhook revive(String companyId) {
        return registration(companyId, true).applyOrCreate();
    }

    /**
     * Removes the URLs of a company, and no others. The integration stays, with its state.
     *
     * @return empty if the company has no integration
     */
    public Optional<RegisteredWebhook> unregister(String companyId) {
        List<EventUrl> urls = urls(companyId);
        return new IntegrationUpdate(
                        integrations,
                        companyId,
                        config -> without(config, urls),
                        false,
                        new RegistrationFailures(companyId, urls, Action.UNREGISTER))
                .applyIfPresent();
    }

    /** Whether CallRail sends the events of a company. Only reads. */
    public WebhookState state(String companyId) {
        List<EventUrl> urls = urls(companyId);
        Optional<Integration> found;
        try {
            found = integrations.find(companyId);
        } catch (CallRailFailure failure) {
            throw new RegistrationFailures(companyId, urls, Action.REGISTER).whenRead(failure);
        }
        if (found.isEmpty()) {
            return WebhookState.MISSING;
        }
        if (!found.get().isActive()) {
            return WebhookState.DISABLED;
        }
        WebhookConfig config = found.get().config();
        return with(config, urls).equals(config) ? WebhookState.ACTIVE : WebhookState.URLS_MISSING;
    }

    private IntegrationUpdate registration(String companyId, boolean activates) {
        List<EventUrl> urls = urls(companyId);
        return new IntegrationUpdate(
                integrations,
                companyId,
                config -> with(config, urls),
                activates,
                new RegistrationFailures(companyId, urls, Action.REGISTER));
    }

    private static WebhookConfig with(WebhookConfig config, List<EventUrl> urls) {
        WebhookConfig merged = config;
        for (EventUrl url : urls) {
            merged = merged.with(url);
        }
        return merged;
    }

    private static WebhookConfig without(WebhookConfig config, List<EventUrl> urls) {
        WebhookConfig rest = config;
        for (EventUrl url : urls) {
            rest = rest.without(url);
        }
        return rest;
    }

    private static void requireRegistrable(EventKind kind) {
        if (kind.configKey().isEmpty()) {
            throw CallRailFailure.configuration(("Event '%s' cannot be registered by the API: add its URL by hand in"
                            + " CallRail's settings, under Integrations, Webhooks, and set option"
                            + " 'webhookAutoRegister' to false, or remove it from option 'events'. The API registers"
                            + " %s.")
                    .formatted(
                            kind.text(),
                            EventKind.registrable().stream()
                                    .map(EventKind::text)
                                    .toList()));
        }
    }
}
