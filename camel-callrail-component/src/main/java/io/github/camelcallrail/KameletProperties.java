package io.github.camelcallrail;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import io.github.camelcallrail.report.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the Kamelets of this component may be called with. Camel hands a Kamelet whatever it is called with, and what its template
 * does not refer to has no effect: with a misspelt {@code daysBack} it would read the default dates, and nobody would know.
 */
final class KameletProperties {

    private static final Logger LOG = LoggerFactory.getLogger(KameletProperties.class);
    private static final Set<String> KAMELETS = Set.of("callrail-source", "callrail-action");
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\??([\\w.]+)}}");

    /** Text that has nothing in it but what encoding leaves, or makes. */
    private static final Pattern ENCODED = Pattern.compile("(?:[\\w.*+-]|%[0-9A-Fa-f]{2})*");

    /** What Camel itself adds, or takes. */
    private static final Set<String> OF_CAMEL = Set.of(
            "templateId",
            "routeId",
            "uuid",
            "location",
            "noErrorHandler",
            "bridgeErrorHandler",
            "parentRouteId",
            "parentProcessorId");

    private KameletProperties() {}

    /**
     * Fails when an endpoint is made for one of the Kamelets, and that was called with a property that it has not.
     *
     * @param options the options of endpoints, of which a Kamelet has some
     * @throws CallRailFailure of kind CONFIGURATION, naming the property and the nearest that there is
     */
    static void check(CamelContext context, Set<String> options) {
        kamelet(context).ifPresent(kamelet -> check(kamelet, context, options));
    }

    private static void check(String kamelet, CamelContext context, Set<String> options) {
        Properties given = context.getPropertiesComponent().getLocalProperties();
        Set<String> known = referredToBy(kamelet);
        for (Object key : new TreeSet<>(given.keySet())) {
            String name = key.toString();
            if (known.contains(name)) {
                requireOneValue(kamelet, name, given.get(key));
            } else if (!name.contains("-") && !OF_CAMEL.contains(name)) {
                // With dashes each is there a second time.
                refuse(kamelet, name, known, options.contains(name));
            }
        }
    }

    /**
     * Gives the values their plain form. Camel encodes those of a Pipe as in a URI, and neither decodes them again nor sees the
     * placeholders in them: {@code America/New_York} comes as {@code America%2FNew_York}, and a directory would be another one
     * without anybody knowing.
     */
    static void decode(CamelContext context, Map<String, Object> parameters) {
        if (kamelet(context).isPresent()) {
            parameters.replaceAll((name, value) -> value instanceof String text && isEncoded(name, text)
                    ? context.resolvePropertyPlaceholders(URLDecoder.decode(text, StandardCharsets.UTF_8))
                    : value);
        }
    }

    private static boolean isEncoded(String name, String text) {
        // A plus is a blank, but keys have none.
        return ENCODED.matcher(text).matches() && (text.contains("%") || text.contains("+") && !name.equals("apiKey"));
    }

    private static Optional<String> kamelet(CamelContext context) {
        return Optional.ofNullable(context.getPropertiesComponent().getLocalProperties())
                .map(given -> given.get("templateId"))
                .map(Object::toString)
                .filter(KAMELETS::contains);
    }

    /** Whether a route has its id from Camel because a Kamelet was called without one. */
    static boolean hasIdOfCamel(Route route) {
        return route.isCreatedByKamelet()
                && KAMELETS.stream().anyMatch(kamelet -> route.getId().matches(kamelet + "-\\d+"));
    }

    // Camel makes one text of several, in brackets.
    private static void requireOneValue(String kamelet, String name, Object value) {
        if (value.toString().matches("\\[.*, .*]")) {
            throw CallRailFailure.configuration(
                    "Property '%s' of Kamelet '%s' takes one value.".formatted(name, kamelet));
        }
    }

    private static void refuse(String kamelet, String name, Set<String> known, boolean option) {
        if (!name.matches("\\w[\\w.]*")) {
            // No name, but the rest of a value, which may be of a person.
            throw CallRailFailure.configuration(
                    "A value that Kamelet '%s' was called with has an & in it: write RAW(...) around it."
                            .formatted(kamelet));
        }
        String filter = Parameter.FILTER_PREFIX + name;
        String hint = known.contains(filter) ? "; did you mean '" + filter + "'?" : NearestMatch.hint(name, known);
        if (hint.equals(".") && option) {
            hint = ". Its properties: " + String.join(", ", known);
        } else if (hint.equals(".")) {
            // A later Camel may add properties of its own.
            LOG.warn("Kamelet '{}' has no property '{}', so it has no effect.", kamelet, name);
            return;
        }
        throw CallRailFailure.configuration("Kamelet '%s' has no property '%s'%s".formatted(kamelet, name, hint));
    }

    private static Set<String> referredToBy(String kamelet) {
        String name = "/kamelets/" + kamelet + ".kamelet.yaml";
        try (InputStream file = KameletProperties.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not beside the classes of the component");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return REFERENCE
                    .matcher(text)
                    .results()
                    .map((MatchResult reference) -> reference.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
