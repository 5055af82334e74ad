package io.github.camelcallrail.client;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads single values from a parser: text, whole numbers as the smallest type that holds them, decimals without loss,
 * booleans, null; {@link ObjectReader} reads objects and lists. JSON can contain two characters that a sink may be
 * unable to store: an unpaired surrogate, which UTF-8 does not allow, and NUL, which PostgreSQL rejects in text and
 * jsonb. Both are replaced by U+FFFD, in values and names: otherwise one such record would fail at every poll and block
 * all later ones. From 2.22 on Jackson rejects an unpaired surrogate in a name, which CallRail has not been seen to
 * send.
 */
final class JsonValues {

    /** An unpaired surrogate, or NUL. */
    private static final Pattern NOT_STORABLE = Pattern.compile("[\\p{Cs}\\x00]");

    private JsonValues() {}

    /** The value of the current token, which must not start a list or object. */
    static Object scalar(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> text(parser.getText());
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case START_OBJECT, START_ARRAY, END_ARRAY, END_OBJECT, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new UnexpectedJson("a value was expected");
        };
    }

    /** Replaces unpaired surrogates and NUL. */
    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || Character.isSurrogate(character)) {
                return NOT_STORABLE.matcher(text).replaceAll("\uFFFD");
            }
        }
        return text;
    }

    // Rejects values such as 1e1000000000, which a database driver would write out in full.
    private static BigDecimal decimal(JsonParser parser) throws IOException {
        BigDecimal decimal = decimalOfAnySize(parser);
        long integerDigits = Math.max((long) decimal.precision() - decimal.scale(), 1);
        long fractionDigits = Math.max(decimal.scale(), 0);
        if (integerDigits + fractionDigits > JsonLimits.LONGEST_NUMBER) {
            throw new UnexpectedJson(JsonLimits.LONG_NUMBER);
        }
        return decimal;
    }

    private static BigDecimal decimalOfAnySize(JsonParser parser) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            // For a valid JSON number this can only mean an exponent out of BigDecimal's range; the message quotes the
            // number.
            throw new UnexpectedJson(JsonLimits.LONG_NUMBER);
        }
    }
}
