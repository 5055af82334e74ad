package io.github.camelcallrail.transport;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A CallRail API key, without the blanks, newline or byte order mark that may surround it in a secret file.
 *
 * <p>A text that cannot be a key throws a {@link CallRailFailure} of kind {@code CONFIGURATION} that names the likely
 * mistake and never shows any part of the text.
 *
 * @param text the key to send; {@link #toString()} does not show it
 */
public record ApiKey(String text) {

    /** Patterns of texts that are not keys, with what to do; the first match counts. */
    private static final Map<Pattern, String> MISTAKES = mistakes();

    private static final String COPY_AGAIN =
            "a blank, a line break, a quote, a backslash or a non-ASCII letter: copy the key again, and nothing else.";

    private static Map<Pattern, String> mistakes() {
        Map<Pattern, String> mistakes = new LinkedHashMap<>();
        String environment =
                "in Camel's properties and URIs write {{env:CALLRAIL_API_KEY}} for an environment variable";
        mistakes.put(
                pattern(".*\\$\\{[^}]*}?.*|\\$\\w+|%\\w+%"),
                "is an unresolved placeholder: %s; ${...} works in application.properties of Spring Boot only."
                        .formatted(environment));
        mistakes.put(
                pattern(".*\\{\\{.*|.*}}.*|\\{\\w+}"),
                "is an unresolved placeholder: %s, and make sure that the variable or property exists."
                        .formatted(environment));
        mistakes.put(
                pattern("RAW\\s*[({].*"),
                "is wrapped in RAW(), which is for URIs only: in properties, beans and environment variables write the key alone.");
        mistakes.put(
                pattern("ENC\\s*\\(.*"),
                "is an encrypted property that was not decrypted: add camel-jasypt, or the secret store that it"
                        + " belongs to.");
        mistakes.put(
                pattern("(Authorization\\s*[:=].*|(Token|Bearer|Basic)\\b\\s.*|token\\s*=.*)"),
                "is a whole Authorization header: write the key alone, without 'Token token=', 'Bearer' or quotes.");
        mistakes.put(pattern("[\"'`“”‘’«].*|.*[\"'`“”‘’»]"), "is in quotes, which count as part of it: remove them.");
        mistakes.put(
                pattern("<.*>|(your|my|the|insert|enter|paste)?[ _-]*(callrail)?[ _-]*api[ _-]?key([ _-]?here)?"),
                "is an example's placeholder: replace it with your own key.");
        mistakes.put(
                pattern("[\\w.-]*(key|token|secret)\\s*[=:].*"),
                "starts with the name of a setting: write the key alone, without a name and '='.");
        mistakes.put(
                pattern("([x*•.])\\1+|(null|none|undefined|changeme|todo)"),
                "is not a key but a substitute for one: a masked value from a log, or a variable that is not set.");
        mistakes.put(pattern("https?://.*"), "is a URL: the address belongs in option 'baseUrl'.");
        return mistakes;
    }

    private static Pattern pattern(String mistake) {
        return Pattern.compile(mistake, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** @throws CallRailFailure as described for the class */
    public ApiKey {
        text = trimmed(requireNonNull(text, "text is null"));
        if (text.isEmpty()) {
            throw rejected(
                    "is empty: create a key in CallRail's settings, under API keys, and check where the value comes from.");
        }
        for (Map.Entry<Pattern, String> mistake : MISTAKES.entrySet()) {
            if (mistake.getKey().matcher(text).matches()) {
                throw rejected(mistake.getValue());
            }
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\')) {
            throw rejected("contains a character that no key has: " + COPY_AGAIN);
        }
    }

    private static String trimmed(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
    }

    private static CallRailFailure rejected(String why) {
        return CallRailFailure.configuration("Option 'apiKey' " + why);
    }

    @Override
    public String toString() {
        return "xxxxxx";
    }
}
