package io.github.camelcallrail.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Version 2 of the API: the same responses with numeric ids. Source: third-party client code. */
final class NumericIds {

    private NumericIds() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> in(Map<String, Object> answer) {
        return (Map<String, Object>) converted("", answer);
    }

    private static Object converted(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), converted(String.valueOf(key), inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> converted(name, each)).toList();
        }
        boolean id = name.equals("id") || name.endsWith("_id") || name.endsWith("_ids");
        return id && value instanceof String text && Ids.isPrefixed(text) ? (Object) Ids.numeric(text) : value;
    }
}
