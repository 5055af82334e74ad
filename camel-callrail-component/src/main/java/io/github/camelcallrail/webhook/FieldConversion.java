package io.github.camelcallrail.webhook;

import io.github.camelcallrail.catalogue.Field.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gives the values of a body the types that the API documents. Bodies of calls have text for some numbers and flags,
 * and empty text for null and empty lists; in forms, every value is text. A value that cannot be converted stays as it
 * is, so that one field never costs a whole event.
 *
 * @param textOnly whether the body is a form, so that the type of a value says nothing about what it was
 */
record FieldConversion(boolean textOnly) {

    /** So few digits that they fit into a long. */
    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9]\\d{0,17})");

    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9]\\d{0,17})\\.\\d{1,18}");

    /** The value of a field of a type. */
    Object converted(Type type, Object value) {
        boolean list = type == Type.TEXTS || type == Type.OBJECTS || type == Type.LIST;
        if ("".equals(value)) {
            return list ? List.of() : null;
        }
        if (textOnly && value instanceof List<?> repeated && !repeated.isEmpty() && isSingle(type)) {
            // A name that is repeated: the last one wins, as in JSON.
            return converted(type, repeated.get(repeated.size() - 1));
        }
        return value instanceof String text ? ofText(type, text) : ofOther(type, value);
    }

    private static boolean isSingle(Type type) {
        return switch (type) {
            case TEXT, DATE_TIME, INTEGER, NUMBER, BOOLEAN, IDENTIFIER -> true;
            case OBJECT, TEXTS, OBJECTS, LIST, ANY -> false;
        };
    }

    private Object ofText(Type type, String text) {
        return switch (type) {
            case TEXT, DATE_TIME -> text;
            case INTEGER -> number(text, false);
            case BOOLEAN -> text.equals("true") || text.equals("false") ? (Object) text.equals("true") : text;
            // In JSON these may be text in the API too.
            case NUMBER -> textOnly ? number(text, true) : text;
            case IDENTIFIER -> textOnly ? number(text, false) : text;
            case OBJECT, TEXTS, OBJECTS, LIST, ANY -> textOnly ? structure(type, text) : text;
        };
    }

    /** Ids are numbers in old bodies and text in the API. */
    private static Object ofOther(Type type, Object value) {
        return type == Type.TEXT && value instanceof Number number
                ? number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString()
                : value;
    }

    private static Object number(String text, boolean decimals) {
        if (INTEGER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            // As JSON is read: the smallest type that holds it.
            return number == (int) number ? (Object) (int) number : (Object) number;
        }
        return decimals && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    private static Object structure(Type type, String text) {
        boolean maybeJson = text.startsWith("{") || text.startsWith("[");
        Object value = maybeJson ? JsonBody.valueOr(text) : text;
        return switch (type) {
            case OBJECT -> value instanceof Map ? value : text;
            case OBJECTS -> value instanceof List ? value : text;
            case TEXTS, LIST -> value instanceof List ? value : List.of(text);
            default -> value;
        };
    }
}
