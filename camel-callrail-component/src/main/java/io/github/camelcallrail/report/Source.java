package io.github.camelcallrail.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where records come from when several accounts or companies are read: an account, or one company of it.
 *
 * @param accountId id of the account; empty for the list of accounts, which belongs to none
 * @param companyId id of the company; empty for all companies of the account
 */
public record Source(String accountId, Optional<String> companyId) {

    public Source {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(companyId, "companyId is null");
    }

    /** All companies of an account. */
    public static Source ofAccount(String accountId) {
        return new Source(accountId, Optional.empty());
    }

    /** The ids, for messages: {@code ACC…} or {@code ACC…/COM…}. */
    public String text() {
        return companyId.map(company -> accountId + "/" + company).orElse(accountId);
    }
}
