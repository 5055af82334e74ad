package io.github.camelcallrail.receiver;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.webhook.SigningKeys;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The signing keys of companies that may be in several accounts. Thread-safe. */
public final class AccountSigningKeys implements SigningKeys {

    private final KnownCompanies companies;
    private final Function<String, SigningKeys> ofAccount;
    private final Map<String, SigningKeys> known = new ConcurrentHashMap<>();

    /** @param ofAccount the keys of the companies in an account, by the id of the account */
    public AccountSigningKeys(KnownCompanies companies, Function<String, SigningKeys> ofAccount) {
        this.companies = requireNonNull(companies, "companies is null");
        this.ofAccount = requireNonNull(ofAccount, "ofAccount is null");
    }

    @Override
    public Optional<String> key(String companyId) {
        return keys(companyId).flatMap(keys -> keys.key(companyId));
    }

    @Override
    public Optional<String> refreshed(String companyId) {
        return keys(companyId).flatMap(keys -> keys.refreshed(companyId));
    }

    private Optional<SigningKeys> keys(String companyId) {
        return companies.account(companyId).map(account -> known.computeIfAbsent(account, ofAccount));
    }
}
