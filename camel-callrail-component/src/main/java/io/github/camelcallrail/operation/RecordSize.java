package io.github.camelcallrail.operation;

import java.util.List;
import java.util.Map;

/** Estimates the memory of records. The names of fields are not counted, because records share them. */
final class RecordSize {

    private static final long OBJECT = 24;
    private static final long REFERENCE = 4;
    private static final long TEXT = 40;
    private static final long NUMBER = 24;

    private RecordSize() {}

    /** The bytes of a value, roughly. */
    static long of(Object value) {
        if (value instanceof String text) {
            return TEXT + text.length() * (text.chars().allMatch(character -> character < 256) ? 1L : 2L);
        }
        if (value instanceof Map<?, ?> map) {
            return OBJECT
                    + map.values().stream()
                            .mapToLong(each -> REFERENCE + of(each))
                            .sum();
        }
        if (value instanceof List<?> list) {
            return OBJECT
                    + list.stream().mapToLong(each -> REFERENCE + of(each)).sum();
        }
        return value instanceof Number ? NUMBER : 0;
    }
}
