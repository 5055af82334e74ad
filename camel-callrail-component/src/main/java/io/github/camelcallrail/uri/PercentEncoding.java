package io.github.camelcallrail.uri;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encodes and decodes percent codes of URIs, and nothing else: a plus stays a plus, and so does a percent sign without
 * two hex digits.
 */
public final class PercentEncoding {

    private static final Pattern CODES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

    /** Text with only percent codes and characters that encoding leaves unchanged. */
    private static final Pattern ENCODED = Pattern.compile("(?:[\\w.*+-]|%[0-9A-Fa-f]{2})*");

    private PercentEncoding() {}

    /** Whether Camel may have encoded the text, so that a plus may have been a blank. */
    static boolean mayBeEncoded(String text) {
        return ENCODED.matcher(text).matches();
    }

    /** The decoded text, also if Camel has encoded it twice, as it does for some ways of writing a route. */
    public static String decode(String text) {
        return decodeOnce(decodeOnce(text));
    }

    /** The text with codes for all characters that have a meaning in a URI. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decodeOnce(String text) {
        return CODES.matcher(text)
                .replaceAll(
                        codes -> Matcher.quoteReplacement(URLDecoder.decode(codes.group(), StandardCharsets.UTF_8)));
    }
}
