package io.github.camelcallrail.uri;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percent codes as URIs have them, and nothing else: a plus is a plus, and a percent sign without two digits is itself. */
public final class PercentEncoding {

    private static final Pattern CODES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    /** Text that has nothing in it but what encoding leaves, or makes. */
    private static final Pattern ENCODED = Pattern.compile("(?:[\\w.*+-]|%[0-9A-Fa-f]{2})*");

    private PercentEncoding() {}

    /** Whether Camel may have encoded the text, so that a plus may have been a blank. */
    static boolean mayBeEncoded(String text) {
        return ENCODED.matcher(text).matches();
    }

    /** The text without its codes, also where Camel has encoded them once more, as it does in some ways of writing a route. */
    public static String decode(String text) {
        return decodeOnce(decodeOnce(text));
    }

    /** The text with codes for all that has a meaning in a URI. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decodeOnce(String text) {
        return CODES.matcher(text)
                .replaceAll(
                        codes -> Matcher.quoteReplacement(URLDecoder.decode(codes.group(), StandardCharsets.UTF_8)));
    }
}
