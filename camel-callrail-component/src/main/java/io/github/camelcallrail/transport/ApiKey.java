package io.github.camelcallrail.transport;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A CallRail key, freed of what stands around it in a secret file: blanks, a newline at the end, a byte order mark.
 *
 * <p>A text that cannot be a key fails with a {@link CallRailFailure} of kind {@code CONFIGURATION} that says which
 * mistake it looks like, and never shows any of it.
 *
 * @param text what is sent; {@link #toString()} does not show it
 */
public record ApiKey(String text) {

    /** What a text looks like that is not a key, and what to do: the first that fits. */
    private static final Map<Pattern, String> MISTAKES = mistakes();

    private static final String COPY_AGAIN =
            "a blank, a line break, a quote, a backslash or a letter beyond ASCII: copy the key again, and nothing but the key.";

    private static Map<Pattern, String> mistakes() {
        Map<Pattern, String> mistakes = new LinkedHashMap<>();
        String environment =
                "in Camel's properties and URIs write {{env:CALLRAIL_API_KEY}} for a variable of the environment";
        mistakes.put(
                pattern(".*\\$\\{[^}]*}?.*|\\$\\w+|%\\w+%"),
                "is a placeholder that nothing has replaced: %s; ${...} works in application.properties of Spring Boot only."
                        .formatted(environment));
        mistakes.put(
                pattern(".*\\{\\{.*|.*}}.*|\\{\\w+}"),
                "is a placeholder that nothing has replaced: %s, and make sure that the variable or property exists."
                        .formatted(environment));
        mistakes.put(
                pattern("RAW\\s*[({].*"),
                "is wrapped in RAW(), which is for URIs only: in properties, beans and environment variables write the key alone.");
        mistakes.put(
                pattern("ENC\\s*\\(.*"),
                "is an encrypted property that nothing has decrypted: add camel-jasypt, or the secret store that it is for.");
        mistakes.put(
                pattern("(Authorization\\s*[:=].*|(Token|Bearer|Basic)\\b\\s.*|token\\s*=.*)"),
                "is a whole Authorization header: write the key alone, without 'Token token=', 'Bearer' or quotes.");
        mistakes.put(
                pattern("[\"'`“”‘’«].*|.*[\"'`“”‘’»]"),
                "stands in quotes, which are taken as a part of it: leave them out.");
        mistakes.put(
                pattern("<.*>|(your|my|the|insert|enter|paste)?[ _-]*(callrail)?[ _-]*api[ _-]?key([ _-]?here)?"),
                "is the placeholder of an example: put a key of your own there.");
        mistakes.put(
                pattern("[\\w.-]*(key|token|secret)\\s*[=:].*"),
                "has the name of a setting in front: write the key alone, without a name and '='.");
        mistakes.put(
                pattern("([x*•.])\\1+|(null|none|undefined|changeme|todo)"),
                "is no key but what stands in place of one: a masked value from a log, or a variable that is not set.");
        mistakes.put(pattern("https?://.*"), "is a URL: the address belongs in option 'baseUrl'.");
        return mistakes;
    }

    private static Pattern pattern(String mistake) {
        return Pattern.compile(mistake, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** @throws CallRailFailure as the class says */
    public ApiKey {
        text = trimmed(requireNonNull(text, "text is null"));
        if (text.isEmpty()) {
            throw refused(
                    "is empty: create a key in CallRail's settings, under API keys, and check where the value comes from.");
        }
        for (Map.Entry<Pattern, String> mistake : MISTAKES.entrySet()) {
            if (mistake.getKey().matcher(text).matches()) {
                throw refused(mistake.getValue());
            }
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\')) {
            throw refused("holds a character that no key has: " + COPY_AGAIN);
        }
    }

    private static String trimmed(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
    }

    private static CallRailFailure refused(String why) {
        return CallRailFailure.configuration("Option 'apiKey' " + why);
    }

    @Override
    public String toString() {
        return "xxxxxx";
    }
}
