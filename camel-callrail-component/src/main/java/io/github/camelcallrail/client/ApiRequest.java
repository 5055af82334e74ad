package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

/**
 * One GET, addressed within the API: where the API lives and who asks is the {@link Transport}'s knowledge.
 *
 * @param path absolute path such as {@code /v3/a.json}, already percent-encoded
 * @param query already percent-encoded query without the question mark, sent exactly so; empty for none
 */
public record ApiRequest(String path, String query) {
    public ApiRequest {
        requireNonNull(path, "path is null");
        requireNonNull(query, "query is null");
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("not an absolute path: " + path);
        }
    }

    /** The path alone: a query may hold what must not be logged. */
    @Override
    public String toString() {
        return "GET " + path;
    }
}
