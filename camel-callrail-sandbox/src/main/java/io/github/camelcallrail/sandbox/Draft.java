package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row being written: what the test gave stands, everything else is invented to go with it. */
final class Draft {

    private final Map<String, Object> given = new LinkedHashMap<>();
    private final Map<String, Object> fields = new LinkedHashMap<>(128);

    Draft(Map<String, Object> given) {
        given.forEach((name, value) -> this.given.put(name, plain(value)));
    }

    /** Puts the given value, or else the invented one, and tells which it was. */
    Object put(String name, Object invented) {
        Object value = given.getOrDefault(name, plain(invented));
        fields.put(name, value);
        return value;
    }

    String putText(String name, Object invented) {
        Object value = put(name, invented);
        return value == null ? null : value.toString();
    }

    boolean putFlag(String name, boolean invented) {
        return Boolean.TRUE.equals(put(name, invented));
    }

    boolean isGiven(String name) {
        return given.containsKey(name);
    }

    Object given(String name) {
        return given.get(name);
    }

    /** What has been put already. */
    Object value(String name) {
        return fields.get(name);
    }

    Map<String, Object> finish() {
        given.forEach(fields::putIfAbsent);
        return fields;
    }

    static Object plain(Object value) {
        return value instanceof Instant at ? Times.utcMillis(at) : value;
    }
}
