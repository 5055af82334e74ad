package io.github.camelcallrail.uri;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;

/**
 * The values that a Kamelet was called with. Some ways of calling it encode them as in a URI and nothing decodes them again: {@code
 * America/New_York} comes as {@code America%2FNew_York}, and a directory would be another one without anybody knowing. Those of a
 * Pipe are encoded by older Camels only, those of {@code toD} only if one of them has a blank or a percent code.
 *
 * @param pipe of the Pipe that calls it, if one does
 * @param inRoute whether it is known to stand in a route as it is, and not to be called by a message, as by {@code toD}
 */
public record KameletValues(CamelContext context, Optional<PipeFile> pipe, boolean inRoute) {

    /**
     * Gives the values their plain form.
     *
     * @throws io.github.camelcallrail.failure.CallRailFailure of kind CONFIGURATION for one of which it cannot be known
     */
    public void decode(Map<String, Object> parameters) {
        parameters.replaceAll((option, value) -> value instanceof String text ? plain(option, text) : value);
    }

    private String plain(String option, String text) {
        String plain = PercentEncoding.decode(withBlanks(option, text));
        // Camel does not see a placeholder that is encoded.
        return PercentEncoding.mayBeEncoded(text) && !plain.equals(text)
                ? context.resolvePropertyPlaceholders(plain)
                : plain;
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
