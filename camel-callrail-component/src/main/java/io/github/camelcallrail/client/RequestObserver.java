package io.github.camelcallrail.client;

/** Observes which requests are sent and rejected. Implementations are thread-safe and quick, and never throw. */
public interface RequestObserver {

    /**
     * Called when a request is sent.
     *
     * @param account the account's id; empty for requests without an account
     */
    void requested(String account);

    /** Called when CallRail rejects a request because the quota is used up (HTTP 429). */
    void refused(String account);
}
