package io.github.camelcallrail.quota;

import java.util.Optional;

/**
 * Stores one text, in which a {@link CountedRequestBudget} saves the request count of an account, so that it survives a
 * restart. Used by one thread at a time for each account.
 *
 * <p>The budget logs exceptions of both methods together with the store's {@code toString()}, so these must not contain
 * secrets.
 */
public interface UsageStore {

    /** The text last saved, by this process or an earlier one; empty if there is none. */
    Optional<String> load();

    /** Replaces the saved text, so that a process killed in between leaves either the old or the new text. */
    void save(String text);
}
