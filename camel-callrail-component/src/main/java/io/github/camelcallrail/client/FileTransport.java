package io.github.camelcallrail.client;

import io.github.camelcallrail.failure.CallRailFailure;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Requests files that the API links to, from other hosts and without the API key. Thread-safe.
 *
 * <p>It sends each request exactly once, follows no redirects, and returns every response that arrives.
 */
public interface FileTransport {

    /**
     * Requests a file and waits until the response begins to arrive. The body is as the server stores it, never
     * compressed for the transfer.
     *
     * @param link where the file is; may contain a secret, which no message repeats
     * @param from the number of the first byte to send, starting at 0
     * @param validator what identifies the version of the file that the earlier bytes come from; if the server has
     *     another, it sends the whole file
     * @throws CallRailFailure of kind REFUSED if a link to that host may not be followed
     * @throws IOException if no response arrived
     */
    ApiResponse open(URI link, long from, Optional<String> validator) throws IOException;
}
