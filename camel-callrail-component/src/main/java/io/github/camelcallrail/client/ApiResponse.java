package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer as it arrived, whatever its status. The body is read once, as it streams in; closing gives the connection
 * back, so whoever receives one closes it.
 *
 * @param status HTTP status
 * @param headers its headers, names in lower case; of one that came twice the last value
 * @param body the decompressed body, empty when there is none
 */
public record ApiResponse(int status, Map<String, String> headers, InputStream body) implements AutoCloseable {
    public ApiResponse {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers = Map.copyOf(lower);
        requireNonNull(body, "body is null");
    }

    /** The value of a header, whatever the case of its name. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
