package io.github.camelcallrail.client;

/** Is told which requests are sent and refused. Thread-safe, quick, and never throws. */
public interface RequestObserver {

    /**
     * A request is sent.
     *
     * @param account the account's id; empty text for requests that belong to none
     */
    void requested(String account);

    /** CallRail refused a request because the quota is used up (HTTP 429). */
    void refused(String account);
}
