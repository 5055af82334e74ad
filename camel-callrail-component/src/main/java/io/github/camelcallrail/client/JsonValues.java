package io.github.camelcallrail.client;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads single values from a parser as they are: text, whole numbers of the least size that holds them, decimals without loss,
 * booleans, null; {@link ObjectReader} reads what is made of them. JSON can write two things that a sink may be unable to store: half
 * of a character, which UTF-8 does not have, and NUL, which PostgreSQL accepts in no text and in no jsonb. Both are read as U+FFFD, in values and
 * in names: otherwise that one record would fail at every poll, and hold up all that come behind it. Half of a character in a name, which
 * CallRail has not been seen to send, is rejected by Jackson from 2.22 on.
 */
final class JsonValues {

    /** A surrogate that has no partner, or NUL. */
    private static final Pattern NOT_STORABLE = Pattern.compile("[\\p{Cs}\\x00]");

    private JsonValues() {}

    /** The value that is the current token, and no list or object. */
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

    /** A text as it is, but for halves of characters and NUL. */
    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || Character.isSurrogate(character)) {
                return NOT_STORABLE.matcher(text).replaceAll("\uFFFD");
            }
        }
        return text;
    }

    // A short text such as 1e1000000000 would be written out in full by a database driver.
    private static BigDecimal decimal(JsonParser parser) throws IOException {
        BigDecimal decimal = decimalOfAnySize(parser);
        long before = Math.max((long) decimal.precision() - decimal.scale(), 1);
        long behind = Math.max(decimal.scale(), 0);
        if (before + behind > JsonLimits.LONGEST_NUMBER) {
            throw new UnexpectedJson(JsonLimits.LONG_NUMBER);
        }
        return decimal;
    }

    private static BigDecimal decimalOfAnySize(JsonParser parser) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException e) {
            // Of a number that is good JSON this can only mean an exponent that no BigDecimal has; the message quotes
            // it.
            throw new UnexpectedJson(JsonLimits.LONG_NUMBER);
        }
    }
}
