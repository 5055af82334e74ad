package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.report.FieldNames;
import io.github.camelcallrail.window.TimeText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes the fingerprint by which a change of a record is detected. It covers the meaning of a record, not its
 * notation: the order of fields, the notation of a number, the offset of a time, and whether an empty field is null or
 * missing make no difference. Used by one thread.
 */
final class Fingerprint {

    /** Must change when the same record would get a different fingerprint than before. */
    static final int FORMAT = 1;

    /** Records of one report, and the objects in them, nearly always have the same fields. */
    private static final int MOST_KNOWN = 64;

    private final IgnoredFields ignored;
    private final Hash64 hash = new Hash64();
    private final Map<FieldNames, ComparedNames> known = new IdentityHashMap<>();

    /** @param ignored fields that change by themselves; {@code milestones.last_touch} is a part of a field */
    Fingerprint(Set<String> ignored) {
        this.ignored = IgnoredFields.of(ignored);
    }

    long of(CallRailRecord record) {
        object(ignored, record);
        return hash.value();
    }

    private ComparedNames names(FieldNames fields, IgnoredFields within) {
        ComparedNames names = known.get(fields);
        if (names == null || names.ignored() != within) {
            if (known.size() == MOST_KNOWN) {
                known.clear();
            }
            names = new ComparedNames(fields, within);
            known.put(fields, names);
        }
        return names;
    }

    private void value(IgnoredFields within, Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value instanceof CallRailRecord record) {
            object(within, record);
        } else if (value instanceof Map<?, ?> map) {
            value(within, CallRailRecord.of(withTextKeys(map)));
        } else if (value instanceof List<?> list) {
            hash.size('l', list.size());
            for (Object item : list) {
                value(within, item);
            }
        } else if (value instanceof Number number) {
            hash.text('n', canonical(number));
        } else {
            hash.text('v', String.valueOf(value));
        }
    }

    private void object(IgnoredFields within, CallRailRecord record) {
        ComparedNames names = names(record.fields(), within);
        int count = 0;
        for (int place = 0; place < names.size(); place++) {
            count += record.value(names.index(place)) == null ? 0 : 1;
        }
        hash.size('m', count);
        for (int place = 0; place < names.size(); place++) {
            Object value = record.value(names.index(place));
            if (value != null) {
                hash.bytes(names.bytes(place));
                value(names.ignoredWithin(place), value);
            }
        }
    }

    /** Only a record that a user has made holds other maps. */
    private static Map<String, Object> withTextKeys(Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((name, value) -> fields.put((String) name, value));
        return fields;
    }

    private static String canonical(Number number) {
        if (number instanceof Integer || number instanceof Long) {
            return number.toString();
        }
        BigDecimal decimal = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        return decimal.stripTrailingZeros().toPlainString();
    }

    /** A time with an offset counts as its instant, because its offset depends on the requested time zone. */
    private void text(String text) {
        if (TimeText.mayBe(text)) {
            try {
                Instant instant = TimeText.instant(text);
                hash.numbers('i', instant.getEpochSecond(), instant.getNano());
                return;
            } catch (DateTimeException e) {
                // It is ordinary text.
            }
        }
        hash.text('t', text);
    }
}
