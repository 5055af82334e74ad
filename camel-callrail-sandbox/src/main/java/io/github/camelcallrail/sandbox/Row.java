package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One stored row: every field an answer may need, and the moment by which it is filtered.
 *
 * @param time null where the report is not dated
 */
record Row(String id, Instant time, Map<String, Object> fields) {

    static Row of(SandboxEndpoint endpoint, Map<String, Object> fields) {
        String timeField = endpoint.timeField();
        Object time = timeField == null ? null : fields.get(timeField);
        return new Row(
                String.valueOf(fields.get("id")),
                time == null ? null : Times.instant(timeField, time),
                Collections.unmodifiableMap(fields));
    }

    Row with(SandboxEndpoint endpoint, Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changes.forEach((name, value) -> changed.put(name, Draft.plain(value)));
        return of(endpoint, changed);
    }

    Object get(String name) {
        return fields.get(name);
    }

    /** The field as text; null where it is null. */
    String text(String name) {
        Object value = fields.get(name);
        return value == null ? null : value.toString();
    }
}
