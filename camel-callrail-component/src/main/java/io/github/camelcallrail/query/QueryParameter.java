package io.github.camelcallrail.query;

import static java.util.Objects.requireNonNull;

/**
 * One name and value of a request's query, not yet encoded.
 *
 * @param name as CallRail reads it
 * @param value as CallRail reads it
 */
public record QueryParameter(String name, String value) {
    public QueryParameter {
        requireNonNull(name, "name is null");
        requireNonNull(value, "value of " + name + " is null");
    }
}
