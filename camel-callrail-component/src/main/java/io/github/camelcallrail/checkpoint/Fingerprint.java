package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.window.TimeText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
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

    private final IgnoredFields ignored;
    private final Hash64 hash = new Hash64();

    /** @param ignored fields that change by themselves; {@code milestones.last_touch} is a part of a field */
    Fingerprint(Set<String> ignored) {
        this.ignored = IgnoredFields.of(ignored);
    }

    long of(CallRailRecord record) {
        object(ignored, record);
        return hash.value();
    }

    private void value(IgnoredFields within, Object value) {
        if (value instanceof Map<?, ?> map) {
            object(within, map);
        } else if (value instanceof List<?> list) {
            hash.size('l', list.size());
            list.forEach(item -> value(within, item));
        } else if (value instanceof Number number) {
            hash.text('n', canonical(number));
        } else if (value instanceof String text) {
            text(text);
        } else {
            hash.text('v', String.valueOf(value));
        }
    }

    private void object(IgnoredFields here, Map<?, ?> object) {
        List<String> sortedNames = sortedNames(object);
        int count = 0;
        for (String name : sortedNames) {
            count += object.get(name) == null || here.has(name) ? 0 : 1;
        }
        hash.size('m', count);
        for (String name : sortedNames) {
            Object value = object.get(name);
            if (value != null && !here.has(name)) {
                hash.text('k', name);
                value(here.within(name), value);
            }
        }
    }

    private static List<String> sortedNames(Map<?, ?> object) {
        return object instanceof CallRailRecord shared
                ? shared.sortedFields()
                : object.keySet().stream().map(String.class::cast).sorted().toList();
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
