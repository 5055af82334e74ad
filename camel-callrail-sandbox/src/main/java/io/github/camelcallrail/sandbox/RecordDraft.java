package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A record under construction: values given by the test are kept, all others are invented to match. */
final class RecordDraft {

    private final Map<String, Object> given = new LinkedHashMap<>();
    private final Map<String, Object> fields = new LinkedHashMap<>(128);
    /** Includes names that only decide what is invented, such as the company of a user. */
    private final Set<String> understood = new HashSet<>(128);

    RecordDraft(Map<String, Object> given) {
        given.forEach((name, value) -> this.given.put(name, plain(value)));
    }

    /** Sets the given value, or else the invented one, and returns the value set. */
    Object put(String name, Object invented) {
        understood.add(name);
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
        understood.add(name);
        return given.containsKey(name);
    }

    Object given(String name) {
        understood.add(name);
        return given.get(name);
    }

    /** The value set so far. */
    Object value(String name) {
        return fields.get(name);
    }

    /** The finished record; rejects given names that the report does not have. */
    Map<String, Object> finish(SandboxEndpoint endpoint) {
        new KnownFields(endpoint, understood).check(given.keySet());
        given.forEach(fields::putIfAbsent);
        return fields;
    }

    static Object plain(Object value) {
        return value instanceof Instant at ? Times.utcMillis(at) : value;
    }
}
