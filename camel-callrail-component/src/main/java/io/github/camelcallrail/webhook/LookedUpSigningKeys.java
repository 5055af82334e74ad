package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Signing keys that are looked up in the integrations of companies and kept. Lookups are limited for each company, so
 * that forged events cannot use up the account's requests; see {@link CompanySigningKey}. Thread-safe.
 */
public final class LookedUpSigningKeys implements SigningKeys {

    private final WebhookIntegrations integrations;
    private final Supplier<? extends Collection<String>> companies;
    private final Clock clock;
    private final Map<String, CompanySigningKey> keys = new ConcurrentHashMap<>();

    /**
     * @param companies the ids of the companies whose events are received; nothing is looked up for others. It is asked
     *     for every event of a company that was not asked for before, so it must answer from memory
     */
    public LookedUpSigningKeys(
            WebhookIntegrations integrations, Supplier<? extends Collection<String>> companies, Clock clock) {
        this.integrations = requireNonNull(integrations, "integrations is null");
        this.companies = requireNonNull(companies, "companies is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Optional<String> key(String companyId) {
        return of(companyId).flatMap(CompanySigningKey::known);
    }

    @Override
    public Optional<String> refreshed(String companyId) {
        return of(companyId).flatMap(CompanySigningKey::refreshed);
    }

    private Optional<CompanySigningKey> of(String companyId) {
        CompanySigningKey key = keys.get(companyId);
        if (key == null && companies.get().contains(companyId)) {
            key = keys.computeIfAbsent(companyId, id -> new CompanySigningKey(id, integrations, clock));
        }
        return Optional.ofNullable(key);
    }
}
