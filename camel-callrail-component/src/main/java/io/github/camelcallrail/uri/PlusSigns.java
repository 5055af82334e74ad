package io.github.camelcallrail.uri;

import io.github.camelcallrail.catalogue.Parameter;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.options.QueryOptionReader;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a plus in the value of an option is. In some ways of writing a route Camel makes one of each blank before the component sees
 * it, and nothing tells these from others. So a plus is a plus where only that makes sense: in dates, zones and keys, at the
 * beginning of a number, and beside what Camel would have encoded as well. Where both make sense, nobody guesses.
 */
final class PlusSigns {

    /** Where a blank is never meant. */
    private static final Set<String> WITHOUT_BLANKS =
            Set.of("startDate", "endDate", "date", "timeZone", "apiKey", "baseUrl");

    /** Where both may be meant, beside filters; no other option has a value with a plus. */
    private static final Set<String> FREE_TEXT = Set.of("search", "stateKey", "stateDirectory");

    /** The beginning of a phone number; no value begins with a blank. */
    private static final Pattern NUMBER = Pattern.compile("\\+(?=\\d)");

    private PlusSigns() {}

    /**
     * The value in a URI, with a blank for each plus that was one.
     *
     * @throws CallRailFailure of kind CONFIGURATION where that cannot be known
     */
    static String inUri(String option, String text) {
        return known(option, text, "Write RAW(...) around the value: %s=RAW(...).".formatted(option));
    }

    /** The same for a Kamelet that a message calls. */
    static String inDynamicKamelet(String option, String text) {
        String header = option.startsWith(Parameter.FILTER_PREFIX) ? "filters" : option;
        return known(
                option,
                text,
                "Give it in header '%s' of the message instead.".formatted(QueryOptionReader.header(header)));
    }

    /** The same where Camel is known not to have made a plus of a blank, except where no value has a plus. */
    static String kept(String option, String text) {
        return isFreeText(option) ? text : known(option, text, "");
    }

    private static String known(String option, String text, String advice) {
        int begin = NUMBER.matcher(text).lookingAt() ? 1 : 0;
        if (text.indexOf('+', begin) < 0 || WITHOUT_BLANKS.contains(option) || !PercentEncoding.mayBeEncoded(text)) {
            return text;
        }
        if (isFreeText(option)) {
            throw CallRailFailure.configuration(
                    ("Option '%s' has a + in its value that may be a blank: in some ways of writing a"
                                            + " route Camel makes no difference between them. ")
                                    .formatted(option)
                            + advice);
        }
        return text.substring(0, begin) + text.substring(begin).replace('+', ' ');
    }

    private static boolean isFreeText(String option) {
        return FREE_TEXT.contains(option) || option.startsWith(Parameter.FILTER_PREFIX);
    }
}
