package io.github.camelcallrail.sandbox;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One stored record: every field that a response may need, and the time it is filtered by.
 *
 * @param time null if the report is not dated
 */
record StoredRecord(String id, Instant time, Map<String, Object> fields) {

    static StoredRecord of(SandboxEndpoint endpoint, Map<String, Object> fields) {
        String timeField = endpoint.timeField();
        Object time = timeField == null ? null : fields.get(timeField);
        return new StoredRecord(
                String.valueOf(fields.get("id")),
                time == null ? null : Times.instant(timeField, time),
                Collections.unmodifiableMap(fields));
    }

    StoredRecord with(SandboxEndpoint endpoint, Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changes.forEach((name, value) -> changed.put(name, RecordDraft.plain(value)));
        return of(endpoint, changed);
    }

    Object get(String name) {
        return fields.get(name);
    }

    /** The field as text; null if the field is null. */
    String text(String name) {
        Object value = fields.get(name);
        return value == null ? null : value.toString();
    }
}
