package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The configuration of a webhook integration: the URLs for each event. A company has one such integration, which it
 * shares with all its other receivers, so keys and URLs of others are kept as they are and in order. Immutable.
 *
 * @param entries from key to value, in order: normally a list of URLs; values are those of a {@link CallRailRecord}
 */
public record WebhookConfig(Map<String, Object> entries) {

    /** The configuration without any URL. */
    public static final WebhookConfig EMPTY = new WebhookConfig(Map.of());

    public WebhookConfig {
        requireNonNull(entries, "entries is null");
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * This configuration with a URL: in place of one that has the same receiver, otherwise as the last one of its
     * event.
     *
     * @throws CallRailFailure of kind MALFORMED if the value of its event is neither a list nor a text
     */
    public WebhookConfig with(EventUrl url) {
        return changed(url, values -> {
            List<Object> merged = new ArrayList<>();
            boolean registered = false;
            for (Object value : values) {
                Optional<EventUrl> known = sameReceiver(value, url);
                if (known.isEmpty()) {
                    merged.add(value);
                } else if (!registered) {
                    merged.add(known.get().isEquivalentTo(url) ? value : url.text());
                    registered = true;
                }
            }
            if (!registered) {
                merged.add(url.text());
            }
            return merged;
        });
    }

    /**
     * This configuration without any URL that has the same receiver. An empty list stays.
     *
     * @throws CallRailFailure of kind MALFORMED if the value of its event is neither a list nor a text
     */
    public WebhookConfig without(EventUrl url) {
        return changed(url, values -> values.stream()
                .filter(value -> sameReceiver(value, url).isEmpty())
                .toList());
    }

    /**
     * This configuration with the keys and URLs of another one that are missing here. Empty values are not missed,
     * because a server may leave them out.
     */
    public WebhookConfig including(WebhookConfig other) {
        Map<String, Object> all = new LinkedHashMap<>(entries);
        other.entries.forEach((key, value) -> {
            Optional<List<Object>> wanted = values(value);
            Optional<List<Object>> present = values(entries.get(key));
            if (wanted.isEmpty()) {
                all.putIfAbsent(key, value);
            } else if (present.isPresent() && !present.get().containsAll(wanted.get())) {
                List<Object> merged = new ArrayList<>(present.get());
                wanted.get().stream().filter(each -> !merged.contains(each)).forEach(merged::add);
                all.put(key, merged);
            }
        });
        return new WebhookConfig(all);
    }

    /** As a JSON object. */
    CallRailRecord json() {
        return CallRailRecord.of(entries);
    }

    /** The keys only: a URL may contain a secret. */
    @Override
    public String toString() {
        return "WebhookConfig" + entries.keySet();
    }

    private WebhookConfig changed(EventUrl url, UnaryOperator<List<Object>> change) {
        String key = url.mark().kind().configKey().orElseThrow();
        List<Object> before = values(entries.get(key)).orElseThrow(() -> neither(key));
        List<Object> after = change.apply(before);
        if (after.equals(before)) {
            return this;
        }
        Map<String, Object> all = new LinkedHashMap<>(entries);
        all.put(key, Collections.unmodifiableList(after));
        return new WebhookConfig(all);
    }

    /** A single text counts as a list of one; empty if the value is neither. */
    private static Optional<List<Object>> values(Object value) {
        if (value == null || value.equals("")) {
            return Optional.of(List.of());
        }
        if (value instanceof List<?> list) {
            return Optional.of(Collections.unmodifiableList(list));
        }
        return value instanceof String ? Optional.of(List.of(value)) : Optional.empty();
    }

    private static Optional<EventUrl> sameReceiver(Object value, EventUrl url) {
        return value instanceof String text ? EventUrl.find(text).filter(url::hasSameReceiver) : Optional.empty();
    }

    private static CallRailFailure neither(String key) {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                ("The webhook integration has a value for '%s' that is neither a list of URLs nor a text. It is left as"
                                + " it is: check it in CallRail's settings, under Integrations, Webhooks.")
                        .formatted(key));
    }
}
