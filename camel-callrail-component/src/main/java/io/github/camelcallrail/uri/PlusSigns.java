package io.github.camelcallrail.uri;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.options.QueryOptionReader;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether a plus in the value of an option is a plus or a blank. For some ways of writing a route, Camel turns
 * each blank into a plus before the component sees it, and these pluses look like any other. So a plus is a plus where
 * a blank makes no sense: in dates, time zones and keys, at the start of a phone number, and next to characters that
 * Camel would have encoded too. Where both make sense, the value is rejected.
 */
final class PlusSigns {

    /** Options whose values never have a blank. */
    private static final Set<String> WITHOUT_BLANKS =
            Set.of("startDate", "endDate", "date", "timeZone", "apiKey", "baseUrl");

    /** Options besides filters whose values may have both; no other option has values with a plus. */
    private static final Set<String> FREE_TEXT = Set.of("search", "stateKey", "stateDirectory");

    /** The start of a phone number; no value starts with a blank. */
    private static final Pattern NUMBER = Pattern.compile("\\+(?=\\d)");

    private PlusSigns() {}

    /**
     * The value of an option in a URI, with a blank for each plus that was a blank.
     *
     * @throws CallRailFailure of kind CONFIGURATION if it is ambiguous
     */
    static String inUri(String option, String text) {
        return resolve(option, text, "Write RAW(...) around the value: %s=RAW(...).".formatted(option));
    }

    /** The same for a Kamelet that is called for a message. */
    static String inDynamicKamelet(String option, String text) {
        String header = option.startsWith(Parameter.FILTER_PREFIX) ? "filters" : option;
        return resolve(
                option,
                text,
                "Set it in header '%s' of the message instead.".formatted(QueryOptionReader.header(header)));
    }

    /** The same if Camel is resolve not to have turned blanks into pluses: free text is kept as it is. */
    static String kept(String option, String text) {
        return isFreeText(option) ? text : resolve(option, text, "");
    }

    private static String resolve(String option, String text, String advice) {
        int begin = NUMBER.matcher(text).lookingAt() ? 1 : 0;
        if (text.indexOf('+', begin) < 0 || WITHOUT_BLANKS.contains(option) || !PercentEncoding.mayBeEncoded(text)) {
            return text;
        }
        if (isFreeText(option)) {
            throw CallRailFailure.configuration(
                    ("Option '%s' has a + in its value that may be a blank: for some ways of writing a"
                                            + " route, Camel does not distinguish them. ")
                                    .formatted(option)
                            + advice);
        }
        return text.substring(0, begin) + text.substring(begin).replace('+', ' ');
    }

    private static boolean isFreeText(String option) {
        return FREE_TEXT.contains(option) || option.startsWith(Parameter.FILTER_PREFIX);
    }
}
