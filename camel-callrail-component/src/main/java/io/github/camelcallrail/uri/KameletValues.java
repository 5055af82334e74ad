package io.github.camelcallrail.uri;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;

/**
 * Decodes the values that a Kamelet was called with. Some ways of calling it encode them as in a URI and nothing
 * decodes them again: {@code America/New_York} becomes {@code America%2FNew_York}, and a directory would silently be a
 * different one. Values of a Pipe are encoded only by older versions of Camel, values of {@code toD} only if one of
 * them has a blank or a percent code.
 *
 * @param pipe the file of the Pipe that calls the Kamelet; empty if no Pipe does
 * @param inRoute whether the Kamelet is known to be a fixed step of a route, and not called for a message, as with
 *     {@code toD}
 */
public record KameletValues(CamelContext context, Optional<PipeFile> pipe, boolean inRoute) {

    /**
     * Decodes the values.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure of kind CONFIGURATION for an ambiguous value
     */
    public void decode(Map<String, Object> parameters) {
        parameters.replaceAll((option, value) -> value instanceof String text ? decoded(option, text) : value);
    }

    private String decoded(String option, String text) {
        String decoded = PercentEncoding.decode(withBlanks(option, text));
        // Camel does not resolve a placeholder that is encoded.
        return PercentEncoding.mayBeEncoded(text) && !decoded.equals(text)
                ? context.resolvePropertyPlaceholders(decoded)
                : decoded;
    }

    private String withBlanks(String option, String text) {
        if (!text.contains("+")) {
            return text;
        }
        if (pipe.isEmpty()) {
            return inRoute ? PlusSigns.kept(option, text) : PlusSigns.inDynamicKamelet(option, text);
        }
        String blanks = text.replace('+', ' ');
        boolean encoded = PercentEncoding.mayBeEncoded(text)
                && pipe.get().has(option, PercentEncoding.decode(blanks))
                && !pipe.get().has(option, text);
        return encoded ? blanks : PlusSigns.kept(option, text);
    }
}
