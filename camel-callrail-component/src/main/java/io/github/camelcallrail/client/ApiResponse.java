package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;

/**
 * An answer as it arrived, whatever its status. The body is read once, as it streams in; closing gives the connection
 * back, so whoever receives one closes it.
 *
 * @param status HTTP status
 * @param body the decompressed body, empty when there is none
 */
public record ApiResponse(int status, InputStream body) implements AutoCloseable {
    public ApiResponse {
        requireNonNull(body, "body is null");
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
