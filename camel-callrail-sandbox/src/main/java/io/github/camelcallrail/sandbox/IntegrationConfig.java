package io.github.camelcallrail.sandbox;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the configuration of an integration may contain. */
final class IntegrationConfig {

    private static final List<String> WEBHOOK_KEYS =
            Arrays.stream(WebhookEvent.values()).map(WebhookEvent::configKey).toList();
    private static final List<String> CUSTOM_KEYS = List.of("grab_cookies");

    private IntegrationConfig() {}

    /** The types of the integrations that the API can create. */
    static List<String> types() {
        return List.of(WebhookIntegrations.TYPE, "Custom");
    }

    /** Why the API rejects this configuration; empty if it does not. That it rejects unknown keys is a choice. */
    static Optional<String> problem(String type, Object config) {
        if (!(config instanceof Map<?, ?> entries)) {
            return Optional.of("must be an object");
        }
        boolean webhooks = type.equals(WebhookIntegrations.TYPE);
        List<String> keys = webhooks ? WEBHOOK_KEYS : CUSTOM_KEYS;
        Predicate<Object> valid = webhooks ? IntegrationConfig::isUrl : String.class::isInstance;
        return entries.entrySet().stream()
                .map(entry -> problem(entry, keys, valid))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> problem(Map.Entry<?, ?> entry, List<String> keys, Predicate<Object> valid) {
        String key = String.valueOf(entry.getKey());
        if (!keys.contains(key)) {
            return Optional.of(key + " is not included in the list");
        }
        return entry.getValue() instanceof List<?> values && values.stream().allMatch(valid)
                ? Optional.empty()
                : Optional.of(key + " is invalid");
    }

    private static boolean isUrl(Object value) {
        try {
            URI uri = URI.create(String.valueOf(value));
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
