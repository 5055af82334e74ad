package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One request, addressed within the API: where the API lives and who asks is the {@link Transport}'s knowledge.
 *
 * @param method of HTTP
 * @param path absolute path such as {@code /v3/a.json}, already percent-encoded
 * @param query already percent-encoded query without the question mark, sent exactly so; empty for none
 * @param json the body, as JSON text; empty for none
 */
public record ApiRequest(Method method, String path, String query, Optional<String> json) {

    /** The methods of HTTP that the API knows. */
    public enum Method {
        GET,
        POST,
        PUT,
        DELETE
    }

    public ApiRequest {
        requireNonNull(method, "method is null");
        requireNonNull(path, "path is null");
        requireNonNull(query, "query is null");
        requireNonNull(json, "json is null");
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("not an absolute path: " + path);
        }
        // What reads or deletes has nothing to say, and camel-http would leave it out.
        if (json.isPresent() && (method == Method.GET || method == Method.DELETE)) {
            throw new IllegalArgumentException("a " + method + " has no body: " + path);
        }
    }

    /** A request that reads. */
    public static ApiRequest get(String path, String query) {
        return new ApiRequest(Method.GET, path, query, Optional.empty());
    }

    /** Method and path alone: query and body may hold what must not be logged. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
