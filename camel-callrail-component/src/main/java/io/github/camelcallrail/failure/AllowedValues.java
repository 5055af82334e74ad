package io.github.camelcallrail.failure;

import java.util.Collection;

/** Holds a value against the values that there are. */
public final class AllowedValues {

    private AllowedValues() {}

    /**
     * Fails unless the value is among those.
     *
     * @param what takes the value, as it begins the message: {@code Option 'order' of report 'calls'}
     * @throws CallRailFailure of kind CONFIGURATION that lists the values and suggests the nearest
     */
    public static void require(String what, String value, Collection<String> values) {
        if (!values.contains(value)) {
            throw CallRailFailure.configuration("%s cannot be '%s'. It takes: %s%s"
                    .formatted(what, value, String.join(", ", values), NearestMatch.hint(value, values)));
        }
    }
}
