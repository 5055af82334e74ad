package io.github.camelcallrail.failure;

import java.util.Collection;

/** Checks a value against the allowed values. */
public final class AllowedValues {

    private AllowedValues() {}

    /**
     * Fails unless the value is allowed.
     *
     * @param what the subject of the message: {@code Option 'order' of report 'calls'}
     * @throws CallRailFailure of kind CONFIGURATION that lists the allowed values and suggests the nearest one
     */
    public static void require(String what, String value, Collection<String> values) {
        if (!values.contains(value)) {
            throw CallRailFailure.configuration("%s cannot be '%s'. It takes: %s%s"
                    .formatted(what, value, String.join(", ", values), NearestMatch.hint(value, values)));
        }
    }
}
