package io.github.camelcallrail.check;

import io.github.camelcallrail.catalogue.Field.Type;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Compares values with the types of the catalogue. */
final class JsonTypes {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
    private static final Pattern NUMBER = Pattern.compile("[$]?-?\\d+([.,]\\d+)*");

    private JsonTypes() {}

    /** Whether a value, which is not null, has a type. */
    static boolean matches(Type type, Object value) {
        return switch (type) {
            case TEXT -> value instanceof String;
            case DATE_TIME -> value instanceof String text && DATE.matcher(text).matches();
            case INTEGER -> isWhole(value);
            case NUMBER ->
                value instanceof Number
                        || value instanceof String text && NUMBER.matcher(text).matches();
            case BOOLEAN -> value instanceof Boolean;
            case IDENTIFIER -> value instanceof String || isWhole(value);
            case OBJECT -> value instanceof Map;
            case TEXTS -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
            case OBJECTS -> value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
            case LIST -> value instanceof List;
            case ANY -> true;
        };
    }

    /** The name of a type, for people. */
    static String name(Type type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The name of the type of a value, for people; never the value. */
    static String name(Object value) {
        if (value instanceof String text) {
            return DATE.matcher(text).matches() ? "date time" : "text";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof List) {
            return "list";
        }
        return value instanceof Map ? "object" : isWhole(value) ? "integer" : "decimal number";
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
    }
}
