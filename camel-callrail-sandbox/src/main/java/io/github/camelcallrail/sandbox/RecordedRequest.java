package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request that the sandbox received, and the status of the response. Immutable.
 *
 * @param at when the request arrived, on the sandbox's clock
 * @param path as received, without the query
 * @param rawQuery as received, without the question mark; empty if there is no query
 * @param query decoded, in the order received
 * @param headers with names in lower case
 * @param status the status of the response; 0 if a fault broke the connection
 * @param report the name of the requested report, as {@link SandboxEndpoints} says: {@code calls} for the list,
 *     {@code object:calls} for a single call; empty if the API has no such path
 * @param body as received; empty if there is none
 */
public record RecordedRequest(
        Instant at,
        String method,
        String path,
        String rawQuery,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        int status,
        String report,
        String body) {

    /** The first value of a parameter; the name must be exactly as sent ({@code tags[]} is not {@code tags}). */
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Method, path and query exactly as received. */
    String line() {
        return method + " " + path + (rawQuery.isEmpty() ? "" : "?" + rawQuery);
    }
}
