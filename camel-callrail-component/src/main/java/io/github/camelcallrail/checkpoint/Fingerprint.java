package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.report.CallRailRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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

    long of(CallRailRecord record) {
        Hash64 hash = new Hash64();
        object(hash, "", record, record.sortedColumns());
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
        object(hash, prefix, object, new TreeSet<>(object.keySet()));
    }

    private void object(Hash64 hash, String prefix, Map<?, ?> object, Collection<?> sortedNames) {
        int count = 0;
        for (Object name : sortedNames) {
            count += compared(prefix, name, object) ? 1 : 0;
        }
        hash.size('m', count);
        for (Object name : sortedNames) {
            if (compared(prefix, name, object)) {
                hash.text('k', (String) name);
                value(hash, prefix + name, object.get(name));
            }
        }
    }

    private boolean compared(String prefix, Object name, Map<?, ?> object) {
        return object.get(name) != null && !ignored.contains(prefix + name);
    }

    private static String canonical(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return number.toString();
        }
        BigDecimal decimal = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        return decimal.stripTrailingZeros().toPlainString();
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
