package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One request, relative to the API: the {@link Transport} knows the base URL and the key.
 *
 * @param method the HTTP method
 * @param path absolute path such as {@code /v3/a.json}, already percent-encoded
 * @param query query without the question mark, already percent-encoded and sent unchanged; empty for none
 * @param json the body, as JSON text; empty for none
 */
public record ApiRequest(Method method, String path, String query, Optional<String> json) {

    /** The HTTP methods that the API uses. */
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
        // Such requests have no body, and camel-http would omit it.
        if (json.isPresent() && (method == Method.GET || method == Method.DELETE)) {
            throw new IllegalArgumentException("a " + method + " has no body: " + path);
        }
    }

    /** A GET request. */
    public static ApiRequest get(String path, String query) {
        return new ApiRequest(Method.GET, path, query, Optional.empty());
    }

    /** A text, percent-encoded for a path or a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Method and path only: query and body may contain data that must not be logged. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
