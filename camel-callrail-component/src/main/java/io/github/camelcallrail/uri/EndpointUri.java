package io.github.camelcallrail.uri;

import io.github.camelcallrail.failure.CallRailFailure;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.UnsafeUriCharactersEncoder;

/**
 * The URI of an endpoint, as written or as changed by Camel, which writes a plus for each blank and encodes percent
 * codes again. Values in {@code RAW(...)} are taken literally; elsewhere percent codes are decoded, and a plus stays a
 * plus unless it could also be a blank, which is an error.
 */
public final class EndpointUri {

    private static final Pattern RAW = Pattern.compile("RAW\\(.*\\)|RAW\\{.*}", Pattern.DOTALL);

    /** What Camel changes: pluses, blanks, and percent codes that are not yet encoded twice. */
    private static final Pattern CHANGED = Pattern.compile("[+ ]|%(?!25[0-9A-Fa-f]{2})");

    private final String text;
    private final Map<String, Object> written;

    private EndpointUri(String text, Map<String, Object> written) {
        this.text = text;
        this.written = written;
    }

    public static EndpointUri of(String text) throws URISyntaxException {
        String query = StringHelper.after(text, "?");
        return new EndpointUri(text, query == null ? Map.of() : URISupport.parseQuery(query, true));
    }

    /**
     * Decodes the parameters that come from this URI. Values in {@code RAW(...)} are not changed.
     *
     * @throws CallRailFailure of kind CONFIGURATION for an ambiguous value
     */
    public void decode(Map<String, Object> parameters) {
        parameters.replaceAll((option, value) -> value.equals(written.get(option)) ? plain(option, value) : value);
    }

    /** Whether Camel may confuse the endpoint with another, such as one with a blank where this one has a plus. */
    public boolean ambiguous() {
        return written.values().stream()
                .flatMap(value -> texts(value).stream())
                .anyMatch(value -> !isRaw(value) && CHANGED.matcher(value).find());
    }

    /**
     * A URI of the same endpoint that keeps its meaning when Camel changes it.
     *
     * @throws CallRailFailure as {@link #decode}
     */
    public String unambiguous() {
        if (!ambiguous()) {
            return text;
        }
        return StringHelper.before(text, "?") + "?"
                + written.entrySet().stream()
                        .flatMap(entry -> texts(entry.getValue()).stream()
                                .map(value -> entry.getKey() + "=" + encoded(entry.getKey(), value)))
                        .collect(Collectors.joining("&"));
    }

    /** The URI that identifies the endpoint in Camel: endpoints with different values have different URIs. */
    public String identity() throws URISyntaxException {
        return UnsafeUriCharactersEncoder.encode(URISupport.normalizeUri(unambiguous()));
    }

    private static String encoded(String option, String value) {
        // Twice, because Camel decodes once before it encodes.
        return isRaw(value) ? value : PercentEncoding.encode(PercentEncoding.encode(plain(option, value)));
    }

    private static Object plain(String option, Object value) {
        if (value instanceof List<?> several) {
            List<Object> plain = new ArrayList<>();
            several.forEach(one -> plain.add(plain(option, String.valueOf(one))));
            return plain;
        }
        return plain(option, String.valueOf(value));
    }

    private static String plain(String option, String value) {
        return isRaw(value) ? value : PercentEncoding.decode(PlusSigns.inUri(option, value));
    }

    private static boolean isRaw(String value) {
        return RAW.matcher(value).matches();
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
