package io.github.camelcallrail.checkpoint;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is compared of a record to see whether it changed: everything that it says, but not how. The order of columns, the way a
 * number is written, the offset of a time, and whether an empty column is null or missing make no difference. Thread-safe.
 *
 * @param ignored columns that change by themselves; {@code milestones.last_touch} is a part of one
 */
record Fingerprint(Set<String> ignored) {

    /** Changes when the same record would get another fingerprint than before. */
    static final int FORMAT = 1;

    private static final int SHORTEST_TIME = "2026-03-14T09:26:53Z".length();
    private static final int LONGEST_TIME = "2026-03-14T09:26:53.123456789+05:30".length();

    Fingerprint {
        ignored = Set.copyOf(ignored);
    }

    long of(Map<String, Object> record) {
        Hash64 hash = new Hash64();
        object(hash, "", record);
        return hash.value();
    }

    private void value(Hash64 hash, String path, Object value) {
        if (value instanceof Map<?, ?> map) {
            object(hash, path + ".", map);
        } else if (value instanceof List<?> list) {
            hash.size('l', list.size());
            list.forEach(item -> value(hash, path, item));
        } else if (value instanceof Number number) {
            hash.text('n', canonical(number));
        } else if (value instanceof String text) {
            hash.text('t', canonical(text));
        } else {
            hash.text('v', String.valueOf(value));
        }
    }

    private void object(Hash64 hash, String prefix, Map<?, ?> object) {
        Map<String, Object> sorted = new TreeMap<>();
        object.forEach((name, value) -> {
            if (value != null && !ignored.contains(prefix + name)) {
                sorted.put(String.valueOf(name), value);
            }
        });
        hash.size('m', sorted.size());
        sorted.forEach((name, value) -> {
            hash.text('k', name);
            value(hash, prefix + name, value);
        });
    }

    private static String canonical(Number number) {
        BigDecimal decimal = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        return decimal.stripTrailingZeros().toString();
    }

    /** A time with an offset means the instant, because the zone that was asked for decides in which offset it comes. */
    private static String canonical(String text) {
        if (text.length() < SHORTEST_TIME
                || text.length() > LONGEST_TIME
                || text.charAt(4) != '-'
                || text.charAt(10) != 'T') {
            return text;
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException e) {
            return text;
        }
    }
}
