package io.github.camelcallrail;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.NearestMatch;
import io.github.camelcallrail.query.QueryOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Message;

/**
 * The options that say what is asked, as opposed to how: where each is kept in the configuration, and by which header a message
 * says otherwise. Everything else (key, address, report, shape of the body) has no header.
 */
final class QueryOptionReader {

    private static final String PREFIX = "CamelCallRail";
    private static final String FILTERS = "filters";
    private static final Map<String, Function<CallRailConfiguration, Object>> GETTERS = getters();
    private static final List<String> HEADERS = Stream.concat(GETTERS.keySet().stream(), Stream.of(FILTERS))
            .map(QueryOptionReader::header)
            .toList();

    private QueryOptionReader() {}

    private static Map<String, Function<CallRailConfiguration, Object>> getters() {
        Map<String, Function<CallRailConfiguration, Object>> getters = new LinkedHashMap<>();
        getters.put("accountId", CallRailConfiguration::getAccountId);
        getters.put("companyId", CallRailConfiguration::getCompanyId);
        getters.put("userId", CallRailConfiguration::getUserId);
        getters.put("trackerId", CallRailConfiguration::getTrackerId);
        getters.put("groupBy", CallRailConfiguration::getGroupBy);
        getters.put("interval", CallRailConfiguration::getInterval);
        getters.put("fields", CallRailConfiguration::getFields);
        getters.put("search", CallRailConfiguration::getSearch);
        getters.put("sort", CallRailConfiguration::getSort);
        getters.put("order", CallRailConfiguration::getOrder);
        getters.put("date", CallRailConfiguration::getDate);
        getters.put("daysBack", CallRailConfiguration::getDaysBack);
        getters.put("startDate", CallRailConfiguration::getStartDate);
        getters.put("endDate", CallRailConfiguration::getEndDate);
        getters.put("startDaysBack", CallRailConfiguration::getStartDaysBack);
        getters.put("endDaysBack", CallRailConfiguration::getEndDaysBack);
        getters.put("dateRange", CallRailConfiguration::getDateRange);
        getters.put("timeZone", CallRailConfiguration::getTimeZone);
        getters.put("pageSize", CallRailConfiguration::getPageSize);
        getters.put("pagination", CallRailConfiguration::getPagination);
        getters.put("maxRecords", CallRailConfiguration::getMaxRecords);
        return getters;
    }

    /** Names of the options, filters not among them. */
    static Set<String> names() {
        return GETTERS.keySet();
    }

    /** The header that stands in for an option. */
    static String header(String option) {
        return PREFIX + Character.toUpperCase(option.charAt(0)) + option.substring(1);
    }

    /** The options that a configuration sets. */
    static QueryOptions of(CallRailConfiguration configuration) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        GETTERS.forEach((option, getter) -> put(options, option, getter.apply(configuration)));
        configuration.getFilters().forEach((name, value) -> put(options, Parameter.FILTER_PREFIX + name, value));
        return new QueryOptions(options);
    }

    /** The options that the headers of a message set. A header without value counts as not there. */
    static QueryOptions of(Message message) {
        message.getHeaders().keySet().forEach(QueryOptionReader::requireKnown);
        Map<String, List<String>> options = new LinkedHashMap<>();
        names().forEach(option -> putUnlessBlank(options, option, message.getHeader(header(option))));
        Object filters = message.getHeader(header(FILTERS));
        if (filters instanceof Map<?, ?> map) {
            map.forEach((name, value) -> putUnlessBlank(options, Parameter.FILTER_PREFIX + name, value));
        } else if (filters != null) {
            throw CallRailFailure.configuration("Header '%s' must be a map from filter to value, but is a %s."
                    .formatted(header(FILTERS), filters.getClass().getSimpleName()));
        }
        return new QueryOptions(options);
    }

    /** A misspelt header would be ignored otherwise, and the endpoint's own dates or company read instead. */
    private static void requireKnown(String header) {
        if (header.startsWith(PREFIX)
                && !Reading.SET_BY_US.contains(header)
                && HEADERS.stream().noneMatch(header::equalsIgnoreCase)) {
            throw CallRailFailure.configuration(
                    "There is no header '%s' to ask with%s".formatted(header, NearestMatch.hint(header, HEADERS)));
        }
    }

    private static void putUnlessBlank(Map<String, List<String>> options, String option, Object value) {
        if (!(value instanceof String text && text.isBlank())) {
            put(options, option, value);
        }
    }

    private static void put(Map<String, List<String>> options, String option, Object value) {
        if (value != null) {
            List<String> values = OptionValues.of(option, value);
            options.put(option, option.equals("fields") ? List.of(String.join(",", values)) : values);
        }
    }
}
