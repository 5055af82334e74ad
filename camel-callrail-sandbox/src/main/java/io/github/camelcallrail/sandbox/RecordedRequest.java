package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request the sandbox was asked, and how it answered. Immutable.
 *
 * @param at when it came, on the sandbox's clock
 * @param path as received, without the query
 * @param rawQuery as received, without the question mark; empty if there is none
 * @param query decoded, in the order received
 * @param headers the names in lower case
 * @param status what was answered; 0 where a fault broke the connection
 * @param report the report asked for; empty if the path is none the API has
 */
public record RecordedRequest(
        Instant at,
        String method,
        String path,
        String rawQuery,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        int status,
        String report) {

    /** The first value of a parameter, named exactly as sent ({@code tags[]} is not {@code tags}). */
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Method, path and query exactly as received. */
    String line() {
        return method + " " + path + (rawQuery.isEmpty() ? "" : "?" + rawQuery);
    }
}
