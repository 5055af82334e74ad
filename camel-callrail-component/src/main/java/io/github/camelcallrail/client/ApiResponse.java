package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A response, whatever its status. The body is a stream that can be read once. Closing the response releases the
 * connection, so every receiver must close it.
 *
 * @param status the HTTP status
 * @param headers its headers, with names in lower case; of a repeated header the last value
 * @param body the decompressed body, empty if there is none
 */
public record ApiResponse(int status, Map<String, String> headers, InputStream body) implements AutoCloseable {
    public ApiResponse {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
        requireNonNull(body, "body is null");
    }

    /** The value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
