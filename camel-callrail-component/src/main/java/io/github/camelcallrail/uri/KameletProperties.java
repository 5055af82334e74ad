package io.github.camelcallrail.uri;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * Checks the properties that the Kamelets of this component are called with. Camel passes any property to a Kamelet,
 * and one that its template does not use has no effect: with a misspelt {@code daysBack}, the Kamelet would silently
 * read the default dates. The properties of a Kamelet are those that its YAML file refers to.
 */
public final class KameletProperties {

    private static final Logger LOG = LoggerFactory.getLogger(KameletProperties.class);
    private static final String SOURCE = "callrail-source";
    private static final Set<String> KAMELETS = Set.of(SOURCE, "callrail-action");
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\??([\\w.]+)}}");

    /** Properties that Camel itself adds or uses. */
    private static final Set<String> CAMEL_PROPERTIES = Set.of(
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
     * Checks the properties of a Kamelet when one of its endpoints is created; does nothing for other endpoints.
     *
     * @param options the options of endpoints; a Kamelet has some of them as properties
     * @throws CallRailFailure of kind CONFIGURATION, naming an unknown property and the nearest known one
     */
    public static void check(CamelContext context, Set<String> options) {
        kamelet(context).ifPresent(kamelet -> check(kamelet, context, options));
    }

    private static void check(String kamelet, CamelContext context, Set<String> options) {
        Properties given = context.getPropertiesComponent().getLocalProperties();
        Set<String> known = referencesIn(kamelet);
        for (Object key : new TreeSet<>(given.keySet())) {
            String name = key.toString();
            if (known.contains(name)) {
                requireOneValue(kamelet, name, given.get(key));
            } else if (!name.contains("-") && !CAMEL_PROPERTIES.contains(name)) {
                // Camel adds each property a second time, in dash-case.
                reject(kamelet, name, known, options.contains(name));
            }
        }
    }

    /**
     * The values that one of the Kamelets was called with; empty if the endpoint does not belong to the route of a
     * Kamelet.
     */
    public static Optional<KameletValues> values(CamelContext context) {
        return kamelet(context).map(kamelet -> {
            Properties given = context.getPropertiesComponent().getLocalProperties();
            boolean inRoute = kamelet.equals(SOURCE) || given.getProperty("parentProcessorId") != null;
            Optional<CallingRoute> caller = Optional.ofNullable(given.getProperty("parentRouteId"))
                    .flatMap(route -> CallingRoute.of(context, route));
            return new KameletValues(
                    context,
                    caller.flatMap(CallingRoute::pipe),
                    inRoute || caller.filter(route -> route.has(kamelet)).isPresent());
        });
    }

    private static Optional<String> kamelet(CamelContext context) {
        return Optional.ofNullable(context.getPropertiesComponent().getLocalProperties())
                .map(given -> given.get("templateId"))
                .map(Object::toString)
                .filter(KAMELETS::contains);
    }

    /** Whether Camel generated the id of a route, because a Kamelet was called without one. */
    public static boolean hasGeneratedId(Route route) {
        return route.isCreatedByKamelet()
                && KAMELETS.stream().anyMatch(kamelet -> route.getId().matches(kamelet + "-\\d+"));
    }

    // Camel joins several values into one text, in brackets.
    private static void requireOneValue(String kamelet, String name, Object value) {
        if (value.toString().matches("\\[.*, .*]")) {
            throw CallRailFailure.configuration(
                    "Property '%s' of Kamelet '%s' takes one value.".formatted(name, kamelet));
        }
    }

    private static void reject(String kamelet, String name, Set<String> known, boolean option) {
        if (!name.matches("\\w[\\w.]*")) {
            // Not a name but the rest of a value, which may be personal data and is not shown.
            throw CallRailFailure.configuration(
                    "A value that Kamelet '%s' was called with contains an &: write RAW(...) around it."
                            .formatted(kamelet));
        }
        String filter = Parameter.FILTER_PREFIX + name;
        String hint = known.contains(filter) ? "; did you mean '" + filter + "'?" : NearestMatch.hint(name, known);
        if (hint.equals(".") && option) {
            hint = ". Its properties: " + String.join(", ", known);
        } else if (hint.equals(".")) {
            // A later Camel version may add properties of its own.
            LOG.warn("Kamelet '{}' has no property '{}', so it is ignored.", kamelet, name);
            return;
        }
        throw CallRailFailure.configuration("Kamelet '%s' has no property '%s'%s".formatted(kamelet, name, hint));
    }

    private static Set<String> referencesIn(String kamelet) {
        String name = "/kamelets/" + kamelet + ".kamelet.yaml";
        try (InputStream file = KameletProperties.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in the JAR of the component");
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
