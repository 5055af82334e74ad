package io.github.camelcallrail.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request that the media origin received, and the status of the response. Immutable.
 *
 * @param path as received, without the query
 * @param rawQuery as received, without the question mark; empty if there is no query
 * @param headers with names in lower case
 * @param status the status of the response, even if a fault then broke the connection
 */
public record MediaRequest(String method, String path, String rawQuery, Map<String, List<String>> headers, int status) {

    /** The first value of a header; the name must be in lower case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
