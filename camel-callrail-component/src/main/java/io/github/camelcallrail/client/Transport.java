package io.github.camelcallrail.client;

import java.io.IOException;

/**
 * Sends requests to one CallRail base URL with one API key. Safe for use by many threads at once.
 *
 * <p>It sends each request exactly once: it follows no redirect and retries nothing, and gives back every answer that
 * arrives, whatever its status.
 */
public interface Transport {

    /**
     * Sends the request and waits until the answer begins to arrive.
     *
     * @throws IOException when no answer arrived: the connection was refused, reset or timed out
     */
    ApiResponse send(ApiRequest request) throws IOException;

    /** How many requests can be on their way at once. A request that is sent without one of these may have to wait. */
    default ConnectionPermits permits() {
        return ConnectionPermits.UNLIMITED;
    }
}
