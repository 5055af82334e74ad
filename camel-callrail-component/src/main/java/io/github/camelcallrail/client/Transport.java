package io.github.camelcallrail.client;

import java.io.IOException;

/**
 * Sends requests to one CallRail base URL with one API key. Thread-safe.
 *
 * <p>It sends each request exactly once: it follows no redirects, retries nothing, and returns every response that
 * arrives, whatever its status.
 */
public interface Transport {

    /**
     * Sends a request and waits until the response begins to arrive.
     *
     * @throws IOException if no response arrived: the connection was refused, reset or timed out
     */
    ApiResponse send(ApiRequest request) throws IOException;

    /**
     * Permits for the requests that can be in flight at the same time. A request sent without a permit may have to
     * wait.
     */
    default ConnectionPermits permits() {
        return ConnectionPermits.UNLIMITED;
    }
}
