package io.github.camelcallrail.options;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import io.github.camelcallrail.query.OptionRules;
import io.github.camelcallrail.query.QueryOptions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the options that select what is read, from the options of an endpoint or the headers of a message. Other
 * options (API key, base URL, report, type of the body) have no header.
 */
public final class QueryOptionReader {

    private static final String PREFIX = "CamelCallRail";
    private static final String FILTERS = "filters";
    private static final List<String> HEADERS = Stream.concat(OptionRules.OPTIONS.stream(), Stream.of(FILTERS))
            .map(QueryOptionReader::header)
            .toList();

    private QueryOptionReader() {}

    /** The header that overrides an option. */
    public static String header(String option) {
        return PREFIX + Character.toUpperCase(option.charAt(0)) + option.substring(1);
    }

    /** The query options of an endpoint. */
    public static QueryOptions of(OptionSource source) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        OptionRules.OPTIONS.forEach(option -> put(options, option, source.value(option)));
        if (source.value(FILTERS) instanceof Map<?, ?> filters) {
            filters.forEach((name, value) -> put(options, Parameter.FILTER_PREFIX + name, value));
        }
        return new QueryOptions(options);
    }

    /**
     * The query options that the headers of a message set. A blank header counts as absent.
     *
     * @param headers their names are compared ignoring case
     * @param set names of the headers that the component sets, which are not read
     * @throws CallRailFailure of kind CONFIGURATION for an unknown header with our prefix: if it were ignored, the
     *     dates or company of the endpoint would be read instead
     */
    public static QueryOptions of(Map<String, Object> headers, Collection<String> set) {
        headers.keySet().forEach(header -> requireKnown(header, set));
        Map<String, List<String>> options = new LinkedHashMap<>();
        OptionRules.OPTIONS.forEach(option -> putUnlessBlank(options, option, headers.get(header(option))));
        Object filters = headers.get(header(FILTERS));
        if (filters instanceof Map<?, ?> map) {
            map.forEach((name, value) -> putUnlessBlank(options, Parameter.FILTER_PREFIX + name, value));
        } else if (filters != null) {
            throw CallRailFailure.configuration("Header '%s' must be a map from filter to value, but is a %s."
                    .formatted(header(FILTERS), filters.getClass().getSimpleName()));
        }
        return new QueryOptions(options);
    }

    private static void requireKnown(String header, Collection<String> set) {
        if (header.startsWith(PREFIX)
                && !set.contains(header)
                && HEADERS.stream().noneMatch(header::equalsIgnoreCase)) {
            throw CallRailFailure.configuration("There is no header '%s' that the producer reads%s"
                    .formatted(header, NearestMatch.hint(header, HEADERS)));
        }
    }

    private static void putUnlessBlank(Map<String, List<String>> options, String option, Object value) {
        if (!(value instanceof String text && text.isBlank())) {
            put(options, option, value);
        }
    }

    private static void put(Map<String, List<String>> options, String option, Object value) {
        if (value != null) {
            options.put(option, OptionValues.of(option, value));
        }
    }
}
