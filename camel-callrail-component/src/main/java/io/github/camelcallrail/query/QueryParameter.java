package io.github.camelcallrail.query;

import static java.util.Objects.requireNonNull;

/**
 * One query parameter of a request, not yet encoded.
 *
 * @param name the name in the API
 * @param value the value to send
 */
public record QueryParameter(String name, String value) {
    public QueryParameter {
        requireNonNull(name, "name is null");
        requireNonNull(value, "value of " + name + " is null");
    }
}
