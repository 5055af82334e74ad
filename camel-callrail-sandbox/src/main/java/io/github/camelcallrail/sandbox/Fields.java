package io.github.camelcallrail.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object in one expression; unlike {@link Map#of}, it keeps the order and allows null values. */
final class Fields {

    private Fields() {}

    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(fields);
    }
}
