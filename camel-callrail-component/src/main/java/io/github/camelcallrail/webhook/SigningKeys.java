package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.Optional;

/** The keys that sign the events of companies. Implementations are thread-safe and never show a key. */
public interface SigningKeys {

    /**
     * The key of a company, which may be one that was looked up earlier.
     *
     * @return empty if the company or its key is unknown
     * @throws CallRailFailure if the key cannot be looked up; an event that cannot be checked for this reason is not
     *     wrong, and may be accepted later
     */
    Optional<String> key(String companyId);

    /**
     * The key of a company after a signature did not match {@link #key}, because CallRail may have changed it. Lookups
     * are limited, so it may be the same key again.
     *
     * @return empty if the company or its key is unknown
     * @throws CallRailFailure if the key cannot be looked up
     */
    Optional<String> refreshed(String companyId);

    /**
     * The same key for all companies, which is never looked up.
     *
     * @throws CallRailFailure of kind CONFIGURATION if it is blank
     */
    static SigningKeys fixed(String key) {
        requireNonNull(key, "key is null");
        if (key.isBlank()) {
            throw CallRailFailure.configuration("Option 'signingSecret' is blank. Set it to the signing key that"
                    + " CallRail shows in its settings, under Integrations, Webhooks, or leave it out to look it up.");
        }
        return new SigningKeys() {
            @Override
            public Optional<String> key(String companyId) {
                return Optional.of(key);
            }

            @Override
            public Optional<String> refreshed(String companyId) {
                return Optional.of(key);
            }
        };
    }
}
