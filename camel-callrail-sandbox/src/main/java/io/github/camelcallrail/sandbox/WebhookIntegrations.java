package io.github.camelcallrail.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The integrations of the type {@code Webhooks}: which URLs they have registered, and whether they still work. */
final class WebhookIntegrations {

    static final String TYPE = "Webhooks";
    static final int DEFAULT_FAILURES = 10;

    private static final String REPORT = "integrations";

    private final SandboxData data;
    private final long seed;
    private final Map<String, Integer> failuresInARow = new HashMap<>();
    private int tolerated = DEFAULT_FAILURES;
    private int rotations;

    WebhookIntegrations(SandboxData data, long seed) {
        this.data = data;
        this.seed = seed;
    }

    /** The URLs on this machine that the active integration of a company has registered for an event. */
    List<WebhookTarget> targets(AccountRecords account, String companyId, WebhookEvent event) {
        synchronized (data) {
            return find(account, companyId)
                    .filter(WebhookIntegrations::isActive)
                    .map(integration -> urls(integration, event).stream()
                            .filter(WebhookTarget::isLocal)
                            .map(url -> new WebhookTarget(
                                    account.id(),
                                    integration.id(),
                                    companyId,
                                    new SigningKey(integration.text("signing_key")),
                                    url))
                            .toList())
                    .orElse(List.of());
        }
    }

    /** Adds a URL to the integration of a company, creates the integration if there is none, and makes it active. */
    void register(String companyId, WebhookEvent event, String url) {
        if (!WebhookTarget.isLocal(url)) {
            throw new IllegalArgumentException("The sandbox sends webhooks to this machine only, such as to"
                    + " http://localhost:8080/hooks, not to " + url);
        }
        synchronized (data) {
            AccountRecords account = accountOf(companyId);
            Optional<StoredRecord> found = find(account, companyId);
            Map<String, Object> config = new LinkedHashMap<>();
            found.ifPresent(integration -> config.putAll(config(integration)));
            List<String> urls = new ArrayList<>(
                    found.map(integration -> urls(integration, event)).orElse(List.of()));
            if (!urls.contains(url)) {
                urls.add(url);
            }
            config.put(event.configKey(), List.copyOf(urls));
            Map<String, Object> changes = Map.of("config", config, "state", "active");
            if (found.isPresent()) {
                data.edit(account.id(), REPORT, found.get().id(), changes);
            } else {
                Map<String, Object> integration = new LinkedHashMap<>(changes);
                integration.putAll(Map.of("type", TYPE, "company_id", companyId));
                data.add(account.id(), REPORT, integration);
            }
        }
    }

    /** @throws NoSuchElementException if the company has no such integration */
    SigningKey key(String companyId) {
        synchronized (data) {
            return new SigningKey(existing(companyId).text("signing_key"));
        }
    }

    /** Gives the integration of a company another key. */
    SigningKey rotateKey(String companyId) {
        synchronized (data) {
            rotations++;
            SigningKey key = SigningKey.of(seed * 31 + companyId.hashCode() * 7L + rotations);
            data.edit(accountOf(companyId).id(), REPORT, existing(companyId).id(), Map.of("signing_key", key.text()));
            return key;
        }
    }

    /** Whether the integration is still active. */
    boolean isActive(WebhookTarget target) {
        synchronized (data) {
            return integration(target).filter(WebhookIntegrations::isActive).isPresent();
        }
    }

    /** Disables the integration after too many failures in a row. */
    void settled(WebhookTarget target, boolean success) {
        synchronized (data) {
            Optional<StoredRecord> integration = integration(target);
            if (success || integration.isEmpty()) {
                failuresInARow.remove(target.integrationId());
            } else if (failuresInARow.merge(target.integrationId(), 1, Integer::sum) >= tolerated) {
                data.edit(target.accountId(), REPORT, target.integrationId(), Map.of("state", "disabled"));
            }
        }
    }

    /** Counts failures from the beginning when an integration is made active. */
    void edited(StoredRecord before, StoredRecord after) {
        if (!isActive(before) && isActive(after)) {
            synchronized (data) {
                failuresInARow.remove(after.id());
            }
        }
    }

    void disableAfter(int failures) {
        if (failures < 1) {
            throw new IllegalArgumentException("An integration is disabled after at least 1 failure, not " + failures);
        }
        synchronized (data) {
            tolerated = failures;
        }
    }

    void clear() {
        synchronized (data) {
            failuresInARow.clear();
            tolerated = DEFAULT_FAILURES;
            rotations = 0;
        }
    }

    static Optional<StoredRecord> find(AccountRecords account, Object companyId) {
        return first(
                account, each -> TYPE.equals(each.get("type")) && Objects.equals(companyId, each.get("company_id")));
    }

    private StoredRecord existing(String companyId) {
        return find(accountOf(companyId), companyId)
                .orElseThrow(() -> new NoSuchElementException(
                        "Company " + companyId + " has no integration of the type Webhooks; register() creates it"));
    }

    private AccountRecords accountOf(String companyId) {
        return data.accountIds().stream()
                .map(data::accountCalled)
                .filter(account -> account.records("companies").stream()
                        .anyMatch(company -> company.id().equals(companyId)))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecordException("No company '" + companyId + "'"));
    }

    private Optional<StoredRecord> integration(WebhookTarget target) {
        AccountRecords account = data.accountCalled(target.accountId());
        return account == null
                ? Optional.empty()
                : first(account, each -> each.id().equals(target.integrationId()));
    }

    private static Optional<StoredRecord> first(AccountRecords account, Predicate<StoredRecord> wanted) {
        return account.records(REPORT).stream().filter(wanted).findFirst();
    }

    private static boolean isActive(StoredRecord integration) {
        return "active".equals(integration.get("state"));
    }

    private static Map<String, Object> config(StoredRecord integration) {
        Map<String, Object> config = new LinkedHashMap<>();
        if (integration.get("config") instanceof Map<?, ?> stored) {
            stored.forEach((name, value) -> config.put(String.valueOf(name), value));
        }
        return config;
    }

    private static List<String> urls(StoredRecord integration, WebhookEvent event) {
        return config(integration).get(event.configKey()) instanceof List<?> urls
                ? urls.stream().map(String::valueOf).toList()
                : List.of();
    }
}
