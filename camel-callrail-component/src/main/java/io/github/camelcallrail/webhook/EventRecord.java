package io.github.camelcallrail.webhook;

import io.github.camelcallrail.catalogue.Field;
import io.github.camelcallrail.report.CallRailRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes the record of an event from the members of its body, as {@link WebhookEvent} promises it. */
final class EventRecord {

    /** Its text may really be empty: a message can consist of a picture. */
    private static final String CONTENT = "content";

    /** Objects with free names, which are empty where nothing was captured; other objects are null then. */
    private static final Set<String> NAMES_TO_VALUES = Set.of("custom", "form_data");

    private static final CallRailRecord NOTHING = CallRailRecord.of(Map.of());

    private final EventShape shape;
    private final CallRailRecord body;
    private final FieldConversion conversion;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private EventRecord(EventShape shape, CallRailRecord body, FieldConversion conversion) {
        this.shape = shape;
        this.body = body;
        this.conversion = conversion;
    }

    static CallRailRecord of(EventShape shape, CallRailRecord body, FieldConversion conversion) {
        EventRecord record = new EventRecord(shape, body, conversion);
        record.putPlain();
        record.putOldNames();
        record.putIds();
        return CallRailRecord.of(record.ordered());
    }

    private void putPlain() {
        body.forEach((name, value) -> {
            if (!shape.drops(name)
                    && shape.oldName(name).isEmpty()
                    && EventShape.idNamed(name).isEmpty()) {
                fields.put(name, value);
            }
        });
    }

    private void putOldNames() {
        body.forEach((name, value) -> shape.oldName(name)
                .filter(field -> !isEmpty(value) && isEmpty(fields.get(field)))
                .ifPresent(field -> fields.put(field, value)));
    }

    /** An id of the API replaces the number that stands beside it. */
    private void putIds() {
        body.forEach((name, value) -> EventShape.idNamed(name)
                .filter(field -> !isEmpty(value) || !fields.containsKey(field))
                .ifPresent(field -> fields.put(field, value)));
    }

    private static boolean isEmpty(Object value) {
        return value == null || value.equals("");
    }

    private Map<String, Object> ordered() {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (Field field : shape.fields()) {
            if (fields.containsKey(field.name())) {
                ordered.put(field.name(), converted(field, fields.remove(field.name())));
            }
        }
        fields.forEach((name, value) -> ordered.put(name, "".equals(value) ? null : value));
        return ordered;
    }

    private Object converted(Field field, Object value) {
        if ("".equals(value)) {
            if (shape == EventShape.TEXT_MESSAGE && field.name().equals(CONTENT)) {
                return value;
            }
            if (NAMES_TO_VALUES.contains(field.name())) {
                return NOTHING;
            }
        }
        return conversion.converted(field.type(), value);
    }
}
