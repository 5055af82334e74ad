package io.github.camelcallrail.sandbox;

import static io.github.camelcallrail.sandbox.ContraryBehavior.EMPTY_TEXT_FOR_NULL;
import static io.github.camelcallrail.sandbox.ContraryBehavior.MIXED_OFFSETS;
import static io.github.camelcallrail.sandbox.ContraryBehavior.NUMBERS_AS_TEXT;
import static io.github.camelcallrail.sandbox.ContraryBehavior.REQUESTED_FIELDS_MISSING;
import static io.github.camelcallrail.sandbox.ContraryBehavior.TEXT_AS_NUMBERS;
import static io.github.camelcallrail.sandbox.ContraryBehavior.TIMES_IN_UTC;
import static io.github.camelcallrail.sandbox.ContraryBehavior.UNKNOWN_FIELDS;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a contrary service writes the records of an answer.
 *
 * @param list whether they are records of a list or single objects; the results of summaries have no times and no
 *     further fields
 * @param missing the fields that are left out
 */
record ContraryRecords(Set<ContraryBehavior> on, boolean list, Set<String> missing) {

    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,14}");
    private static final List<ZoneOffset> OFFSETS = List.of(
            ZoneOffset.UTC,
            ZoneOffset.ofHours(-8),
            ZoneOffset.ofHours(-5),
            ZoneOffset.ofHours(9),
            ZoneOffset.ofHoursMinutes(5, 30));

    static ContraryRecords of(Set<ContraryBehavior> on, SandboxEndpoint endpoint, Query query) {
        Set<String> missing = new HashSet<>();
        if (on.contains(REQUESTED_FIELDS_MISSING)) {
            missing.addAll(FieldSelection.asked(query));
            endpoint.defaultFields().forEach(missing::remove);
            endpoint.unaskedFields().forEach(missing::remove);
        }
        return new ContraryRecords(on, endpoint.paged(), missing);
    }

    static ContraryRecords of(Set<ContraryBehavior> on, SandboxObject object, Query query) {
        Set<String> missing = new HashSet<>();
        if (on.contains(REQUESTED_FIELDS_MISSING)) {
            missing.addAll(FieldSelection.asked(query));
            object.defaultFields().forEach(missing::remove);
        }
        return new ContraryRecords(on, true, missing);
    }

    List<Object> rewritten(List<?> records) {
        return records.stream()
                .map(record -> (Object) rewritten((Map<?, ?>) record))
                .toList();
    }

    Map<String, Object> rewritten(Map<?, ?> record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        record.forEach((name, value) -> fields.put(name.toString(), value));
        fields.keySet().removeAll(missing);
        if (list && on.contains(UNKNOWN_FIELDS)) {
            fields.put("future_text", "nobody knows this field");
            fields.put("future_object", Fields.of("level", 3, "labels", List.of("new"), "since", null));
        }
        Optional<ZoneOffset> offset = offset(record);
        fields.replaceAll((name, value) -> rewritten(value, offset));
        return fields;
    }

    private Optional<ZoneOffset> offset(Map<?, ?> record) {
        if (list && on.contains(TIMES_IN_UTC)) {
            return Optional.of(ZoneOffset.UTC);
        }
        // The same for a record in every answer, unless the request does not select the id.
        Object id = record.containsKey("id") ? record.get("id") : record;
        return list && on.contains(MIXED_OFFSETS)
                ? Optional.of(OFFSETS.get(Math.floorMod(id.hashCode(), OFFSETS.size())))
                : Optional.empty();
    }

    private Object rewritten(Object value, Optional<ZoneOffset> offset) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) -> copy.put(name.toString(), rewritten(inner, offset)));
            return copy;
        }
        if (value instanceof List<?> values) {
            return values.stream().map(inner -> rewritten(inner, offset)).toList();
        }
        if (value instanceof Number number) {
            return on.contains(NUMBERS_AS_TEXT) ? (Object) number.toString() : number;
        }
        if (value instanceof String text) {
            return on.contains(TEXT_AS_NUMBERS) && NUMBER.matcher(text).matches()
                    ? (Object) Long.valueOf(text)
                    : offset.map(other -> Times.atOffset(text, other)).orElse(text);
        }
        return value == null && on.contains(EMPTY_TEXT_FOR_NULL) ? "" : value;
    }
}
