package io.github.camelcallrail.quota;

import java.util.Optional;

/**
 * A place for one text, in which a {@link CountedRequestBudget} keeps what an account has used, so that a restart does not
 * forget it. It is used by one thread at a time for each account.
 *
 * <p>What either method throws is logged by the budget, with the store's {@code toString()}; it must not be a secret.
 */
public interface UsageStore {

    /** The text that was saved last, be it by a process that is gone; empty when none ever was. */
    Optional<String> load();

    /** Keeps a text in place of the one before, in such a way that a process killed meanwhile leaves one of the two. */
    void save(String text);
}
